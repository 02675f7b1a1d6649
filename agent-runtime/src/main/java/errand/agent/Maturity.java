package errand.agent;

/** How far a capability is trusted. */
public enum Maturity {
    /** Runs, its result is never shown, writes are denied. */
    SHADOW,
    /** Always asks the person first. */
    CONFIRM,
    /** Runs as its effect says. */
    AUTO,
    /** Not to be planned. */
    QUARANTINED
}
