package errand.orchestrator.planner;

import errand.agent.Describe;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** A plan's outcome as it is told. */
public record AnswerReply(
        @Describe("What to say") String text,
        @Describe("Every value in the text that a step returned") List<Citation> citations,
        @Describe("Lists and details to be shown beside the text, by name") JsonNode cards) {

    public AnswerReply {
        citations = List.copyOf(citations);
    }
}
