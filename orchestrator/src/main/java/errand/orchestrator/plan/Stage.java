package errand.orchestrator.plan;

import org.jspecify.annotations.Nullable;

/** Where a plan stands. */
public sealed interface Stage {

    /** On its way forward. */
    record Running() implements Stage {}

    /**
     * On its way back: nothing new begins, every write that was sent is answered, what was done is
     * undone.
     */
    record Unwinding(Outcome outcome, Failure failure) implements Stage {}

    /** Over. */
    record Closed(Outcome outcome, @Nullable Failure failure) implements Stage {}
}
