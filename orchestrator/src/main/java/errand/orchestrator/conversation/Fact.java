package errand.orchestrator.conversation;

import errand.orchestrator.plan.PlanEvent;
import org.jspecify.annotations.Nullable;

/** What happened in a conversation. */
public sealed interface Fact {

    /** The person said something. */
    record MessageReceived(String messageId, String user, String lang, String text)
            implements Fact {}

    /** The planner was asked to think; the same task again with a higher attempt. */
    record ThinkingAsked(Thinking thinking) implements Fact {}

    /**
     * The planner drafted a plan for a message; the plan's own facts follow.
     *
     * @param lang in which the person is answered
     * @param playbook where the draft comes from, or null
     */
    record PlanDrafted(
            String taskId, String messageId, String planId, String lang, @Nullable String playbook)
            implements Fact {}

    /** The person is asked for what is missing. */
    record QuestionAsked(String taskId, String messageId, Question question) implements Fact {}

    /**
     * The person was answered.
     *
     * @param planId the plan it tells of, or null
     * @param citations JSON array of {stepId, path, value}
     * @param cards JSON that a page may show beside the text
     */
    record AnswerGiven(
            String taskId,
            String messageId,
            @Nullable String planId,
            String text,
            String citations,
            String cards)
            implements Fact {}

    /**
     * The person is told how a thought came about, besides what came of it.
     *
     * @param code stable, upper snake case
     */
    record NoticeGiven(String taskId, String messageId, String code, String text) implements Fact {}

    /** The person wants what is under way stopped. */
    record CancelUnderstood(String taskId, String messageId) implements Fact {}

    /** An input could not be handled; the conversation goes on without it. */
    record ConversationStuck(@Nullable String inputId, String reason) implements Fact {}

    /**
     * Something happened to a plan.
     *
     * @param planId empty for an answer to a consent that no live plan knows
     */
    record OfPlan(String planId, PlanEvent event) implements Fact {}
}
