package errand.orchestrator.planner;

/** What came of a message. */
public enum Kind {
    /** A plan to submit. */
    PLAN,
    /** Something must be known first. */
    QUESTION,
    /** Nothing is to be done; the text is all. */
    ANSWER,
    /** The person wants the running plan stopped. */
    CANCEL,
    /** The person would rather have another one than what they are asked about. */
    ANOTHER,
    /**
     * The person wants a running plan to be another: the plan is the whole of it as it would be.
     */
    CHANGE
}
