package errand.orchestrator.planner;

import errand.agent.Describe;
import tools.jackson.databind.JsonNode;

/** Where a value of an answer comes from. */
public record Citation(
        @Describe("The step that returned it; 'in' for what the person said") String stepId,
        @Describe("JSON pointer into its output, or the expression that worked it out") String path,
        @Describe("The value itself") JsonNode value) {}
