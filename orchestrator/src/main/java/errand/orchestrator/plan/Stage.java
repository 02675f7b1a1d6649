package errand.orchestrator.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where a plan stands. */
public sealed interface Stage {

    /**
     * On its way forward.
     *
     * @param revisions how often the planner was asked for another way
     * @param revising why it is asked just now; null when it is not. Nothing new is sent meanwhile
     * @param givingBack steps of the old way that are undone before the new one begins
     */
    record Running(int revisions, @Nullable Failure revising, List<String> givingBack)
            implements Stage {

        public Running {
            givingBack = givingBack == null ? List.of() : List.copyOf(givingBack);
        }

        Running() {
            this(0, null, List.of());
        }
    }

    /**
     * On its way back: nothing new begins, every write that was sent is answered, what was done is
     * undone.
     */
    record Unwinding(Outcome outcome, Failure failure) implements Stage {}

    /** Over. */
    record Closed(Outcome outcome, @Nullable Failure failure) implements Stage {}
}
