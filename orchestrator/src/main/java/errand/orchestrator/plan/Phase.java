package errand.orchestrator.plan;

/** Where a step stands. */
public enum Phase {
    /** Needs are missing. */
    WAITING,
    /** Input stands; not sent yet. */
    READY,
    /** Split into one step per element. */
    EXPANDED,
    /** On a card that is open. */
    ASKING,
    /** Sent; an answer is awaited. */
    DISPATCHED,
    /** Failed in a way that may pass; sent again at {@code due}. */
    RETRYING,
    /** The agent was asked not to do it; its answer is awaited. */
    WITHDRAWN,
    DONE,
    FAILED,
    SKIPPED,
    /** The undo was sent. */
    UNDOING,
    /** The undo is sent again at {@code due}. */
    UNDO_RETRYING,
    UNDONE,
    UNDO_FAILED;

    /** An answer, an attempt or the person is still awaited. */
    boolean underWay() {
        return switch (this) {
            case ASKING, DISPATCHED, RETRYING, WITHDRAWN, UNDOING, UNDO_RETRYING -> true;
            case WAITING, READY, EXPANDED, DONE, FAILED, SKIPPED, UNDONE, UNDO_FAILED -> false;
        };
    }
}
