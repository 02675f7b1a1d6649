package errand.orchestrator.plan;

/** What running a capability does to the world. */
public enum Effect {
    READ,
    HOLD,
    COMMIT,
    PAY;

    /** Whether its outcome must be learned before the plan may end. */
    public boolean writes() {
        return this != READ;
    }
}
