package errand.orchestrator.conversation;

import errand.orchestrator.plan.PlanEvent;
import org.jspecify.annotations.Nullable;

/** What happened in a conversation. */
public sealed interface Fact {

    /** The person said something. */
    record MessageReceived(String messageId, String user, String lang, String text)
            implements Fact {}

    /** An input could not be handled; the conversation goes on without it. */
    record ConversationStuck(@Nullable String inputId, String reason) implements Fact {}

    /**
     * Something happened to a plan.
     *
     * @param planId empty for an answer to a consent that no live plan knows
     */
    record OfPlan(String planId, PlanEvent event) implements Fact {}
}
