package errand.orchestrator.planner;

import errand.agent.Describe;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Why something did not happen. */
public record Failure(
        @Describe("Stable code, BUDGET_EXCEEDED") String code,
        @Describe("For people") String message,
        @Describe("More, such as {by, budget, lines}") @Nullable JsonNode details) {

    public Failure {
        details = details == null || details.isNull() ? null : details;
    }

    public Failure(String code, String message) {
        this(code, message, null);
    }
}
