package errand.orchestrator.plan;

/** How far a capability is trusted. */
public enum Maturity {
    SHADOW,
    CONFIRM,
    AUTO,
    QUARANTINED
}
