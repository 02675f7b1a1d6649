package errand.orchestrator.conversation;

import errand.orchestrator.plan.PlanCommand;
import errand.orchestrator.plan.PlanSpec;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One thing that can change a conversation: a record of its inbox. */
public sealed interface Input {

    /** Id of the input; stands in {@code causedBy} of what follows. */
    String id();

    /** Business time at which it happened. */
    Instant at();

    /**
     * What the conversation left the engine's store with; null when it never did, as far as the
     * sender knew.
     */
    default @Nullable Resume resume() {
        return null;
    }

    /**
     * What the conversation left with.
     *
     * @param seq the last number of its events
     * @param talk what had been said, {@link Talk#NONE} when nothing
     */
    record Resume(long seq, Talk talk) {}

    /**
     * The person said something.
     *
     * @param planOnly only the plan is wanted: nothing may be started or stopped for it
     */
    record Said(
            String id,
            Instant at,
            @Nullable Resume resume,
            String messageId,
            String user,
            String lang,
            String text,
            boolean planOnly)
            implements Input {}

    /** A validated plan was handed in. */
    record Submitted(String id, Instant at, @Nullable Resume resume, PlanSpec plan)
            implements Input {}

    /** The person answered a card. */
    record Answered(
            String id,
            Instant at,
            @Nullable Resume resume,
            String consentId,
            boolean granted,
            String hash)
            implements Input {}

    /**
     * The person wants plans stopped and undone.
     *
     * @param planId one of them, or null for all
     */
    record CancelAsked(
            String id, Instant at, @Nullable Resume resume, @Nullable String planId, String reason)
            implements Input {}

    /** An agent's reply, or time passing: meant for one plan, or for all. */
    record ForPlans(String id, @Nullable String planId, PlanCommand command) implements Input {
        @Override
        public Instant at() {
            return command.at();
        }
    }

    /**
     * The planner's reply.
     *
     * @param notice a word to the person about how it came about, or null
     */
    record Thinks(String id, Instant at, String taskId, Thought thought, @Nullable Notice notice)
            implements Input {

        public Thinks(String id, Instant at, String taskId, Thought thought) {
            this(id, at, taskId, thought, null);
        }
    }

    /**
     * A word besides the matter itself.
     *
     * @param code stable, upper snake case
     */
    record Notice(String code, String text) {}
}
