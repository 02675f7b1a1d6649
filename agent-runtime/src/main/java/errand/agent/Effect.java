package errand.agent;

/** What running a capability does to the world. */
public enum Effect {
    /** Changes nothing; free to run and to repeat. */
    READ,
    /** Reserves something that expires or is released; runs without asking the person. */
    HOLD,
    /** Binds the person: an order, a booking, something sent. Runs only under a consent. */
    COMMIT,
    /** Moves money. Runs only under a consent. */
    PAY;

    /** Whether the effect needs an inbox row: the same task must never happen twice. */
    public boolean writes() {
        return this != READ;
    }

    /** Whether the person must have agreed first. */
    public boolean needsConsent() {
        return this == COMMIT || this == PAY;
    }
}
