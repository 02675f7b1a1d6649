package errand.orchestrator.plan;

/** What to do when a step has failed for good. */
public sealed interface OnFailure {

    /** The plan unwinds. */
    record Fail() implements OnFailure {}

    /** The plan goes on without the step's output. */
    record Skip() implements OnFailure {}

    /** The planner is asked for another way. Until a planner is there it is the same as failing. */
    record Revise() implements OnFailure {}

    /**
     * Another capability is tried once.
     *
     * @param input its input template, JSON
     */
    record Try(String capability, String input) implements OnFailure {}
}
