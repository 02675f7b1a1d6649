package errand.orchestrator.planner;

import errand.agent.Describe;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A plan of this conversation that goes forward, as far as a message may change it. */
public record RunningPlan(
        @Describe("Its id") String planId,
        @Describe("Its goal") String goal,
        @Describe("The playbook it comes from") @Nullable String playbook,
        @Describe("Its 'in': the values it was drafted from") JsonNode in) {}
