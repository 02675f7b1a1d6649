package errand.orchestrator.planner;

import errand.agent.Describe;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** How a step ended. */
public record StepDone(
        @Describe("Id of the step in its plan") String id,
        @Describe("What it did") String capability,
        @Describe("done, failed, skipped, undone, undo-failed, …") String state,
        @Describe("What it returned") @Nullable JsonNode output,
        @Describe("Why it failed") @Nullable Failure failure) {

    public StepDone {
        output = output == null || output.isNull() ? null : output;
    }
}
