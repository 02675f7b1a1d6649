package errand.orchestrator.planner;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Replies to one request, in its language. */
record Reply(DraftRequest request, boolean chinese, Instant now) {

    String lang() {
        return chinese ? "zh" : "en";
    }

    String in(String zh, String en) {
        return chinese ? zh : en;
    }

    DraftReply says(String text, @Nullable Pending pending) {
        return new DraftReply(Kind.ANSWER, null, null, List.of(), pending, text, lang());
    }

    DraftReply cancels() {
        return stands(
                Kind.CANCEL,
                in("好的，正在停下，已经办的会退回。", "All right, stopping; what was done is being undone."));
    }

    /** Another one is wanted than the person is asked about. */
    DraftReply another() {
        return stands(Kind.ANOTHER, in("好的，看看有没有别的。", "All right, I look for another one."));
    }

    private DraftReply stands(Kind kind, String text) {
        return new DraftReply(kind, null, null, List.of(), null, text, lang());
    }

    DraftReply asks(String playbook, List<Question> questions, Pending pending, String text) {
        return new DraftReply(Kind.QUESTION, playbook, null, questions, pending, text, lang());
    }

    DraftReply plans(String playbook, JsonNode plan, String text) {
        return new DraftReply(Kind.PLAN, playbook, plan, List.of(), null, text, lang());
    }

    /**
     * @param text what changes, in words
     */
    DraftReply changes(String planId, DraftReply drafted, String text) {
        return new DraftReply(
                Kind.CHANGE,
                drafted.playbook(),
                drafted.plan(),
                List.of(),
                null,
                text,
                lang(),
                null,
                planId,
                null);
    }
}
