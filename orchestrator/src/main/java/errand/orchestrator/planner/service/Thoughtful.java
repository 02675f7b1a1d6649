package errand.orchestrator.planner.service;

import errand.agent.Describe;
import errand.orchestrator.planner.Citation;
import errand.orchestrator.planner.Notice;
import errand.orchestrator.planner.Pending;
import errand.orchestrator.planner.Question;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What the planner thought, as the engine reads it. */
record Thoughtful(
        @Describe("PLAN, QUESTION, ANSWER, CANCEL, ANOTHER, CHANGE or REVISION") String kind,
        @Describe(
                        "For PLAN and CHANGE: the checked plan with its manifests; for REVISION:"
                                + " the change; JSON")
                @Nullable String plan,
        @Describe("For PLAN: the playbook it comes from") @Nullable String playbook,
        @Describe("For QUESTION, ANSWER and CHANGE: in words") @Nullable String text,
        @Describe("For QUESTION: what is asked") @Nullable List<Question> questions,
        @Describe("For QUESTION: comes back with the next message") @Nullable Pending pending,
        @Describe("For ANSWER: where values come from") @Nullable List<Citation> citations,
        @Describe("For ANSWER: what may be shown beside") @Nullable JsonNode cards,
        @Describe("A word about how it came about") @Nullable Notice notice) {

    static Thoughtful plan(String plan, @Nullable String playbook) {
        return new Thoughtful("PLAN", plan, playbook, null, null, null, null, null, null);
    }

    static Thoughtful asks(String text, List<Question> questions, @Nullable Pending pending) {
        return new Thoughtful("QUESTION", null, null, text, questions, pending, null, null, null);
    }

    static Thoughtful says(String text) {
        return new Thoughtful("ANSWER", null, null, text, null, null, List.of(), null, null);
    }

    static Thoughtful says(String text, List<Citation> citations, JsonNode cards) {
        return new Thoughtful("ANSWER", null, null, text, null, null, citations, cards, null);
    }

    static Thoughtful revision(String change) {
        return new Thoughtful("REVISION", change, null, null, null, null, null, null, null);
    }

    /**
     * @param plan the whole of the running plan as it would be, under its id
     */
    static Thoughtful change(String plan, @Nullable String playbook, String text) {
        return new Thoughtful("CHANGE", plan, playbook, text, null, null, null, null, null);
    }

    static Thoughtful another() {
        return new Thoughtful("ANOTHER", null, null, null, null, null, null, null, null);
    }

    static Thoughtful cancels() {
        return new Thoughtful("CANCEL", null, null, null, null, null, null, null, null);
    }

    Thoughtful with(@Nullable Notice word) {
        return new Thoughtful(
                kind, plan, playbook, text, questions, pending, citations, cards, word);
    }
}
