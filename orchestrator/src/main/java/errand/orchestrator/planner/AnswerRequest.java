package errand.orchestrator.planner;

import errand.agent.Describe;
import errand.agent.Money;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A plan that has ended, to be told. */
public record AnswerRequest(
        @Describe("Language of the answer, zh or en") String lang,
        @Describe("The playbook it was made from") @Nullable String playbook,
        @Describe("Id of the plan") String planId,
        @Describe("Its goal") String goal,
        @Describe("done, partial, failed or cancelled") String state,
        @Describe("Why it ended so") @Nullable Failure reason,
        @Describe("Its 'in'") JsonNode in,
        @Describe("What it might cost") @Nullable Money budget,
        @Describe("What was paid") @Nullable Money paid,
        @Describe("Its steps in planned order") List<StepDone> steps) {

    public AnswerRequest {
        steps = steps == null ? List.of() : List.copyOf(steps);
    }
}
