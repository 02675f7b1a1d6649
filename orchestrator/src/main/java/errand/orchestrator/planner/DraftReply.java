package errand.orchestrator.planner;

import errand.agent.Describe;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What a message was understood as. */
public record DraftReply(
        @Describe("PLAN, QUESTION, ANSWER, CANCEL, ANOTHER or CHANGE") Kind kind,
        @Describe("Name of the playbook that was chosen") @Nullable String playbook,
        @Describe("For PLAN and CHANGE: the body of POST /api/plans") @Nullable JsonNode plan,
        @Describe("For QUESTION: what is asked, all at once") List<Question> questions,
        @Describe("For QUESTION: to be handed back with the next message")
                @Nullable Pending pending,
        @Describe("What to say to the person") @Nullable String text,
        @Describe("Language of the answer, zh or en") String lang,
        @Describe("A word about how it came about") @Nullable Notice notice,
        @Describe("For CHANGE: the plan that becomes another") @Nullable String planId,
        @Describe("For QUESTION: the steps that follow whatever is answered, as a draft has them")
                @Nullable JsonNode ahead) {

    public DraftReply {
        plan = plan == null || plan.isNull() ? null : plan;
        questions = questions == null ? List.of() : List.copyOf(questions);
    }

    public DraftReply(
            Kind kind,
            @Nullable String playbook,
            @Nullable JsonNode plan,
            List<Question> questions,
            @Nullable Pending pending,
            @Nullable String text,
            String lang) {
        this(kind, playbook, plan, questions, pending, text, lang, null, null, null);
    }

    /** The same question with what follows it. */
    DraftReply ahead(JsonNode steps) {
        return new DraftReply(
                kind, playbook, plan, questions, pending, text, lang, notice, planId, steps);
    }

    /** The same with another plan. */
    public DraftReply planning(@Nullable JsonNode other) {
        return new DraftReply(
                kind, playbook, other, questions, pending, text, lang, notice, planId, ahead);
    }

    /** The same with a word about how it came about. */
    public DraftReply with(Notice word) {
        return new DraftReply(
                kind, playbook, plan, questions, pending, text, lang, word, planId, ahead);
    }
}
