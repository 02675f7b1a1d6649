package errand.orchestrator.plan;

/** How a plan ended. */
public enum Outcome {
    /** All that was asked for. */
    DONE,
    /** All but something optional. */
    PARTIAL,
    /** Could not be done; what had been done was undone. */
    FAILED,
    /** The person, or nobody in time, said so; what had been done was undone. */
    CANCELLED
}
