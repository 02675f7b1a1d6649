package errand.orchestrator.planner;

import errand.agent.Describe;
import tools.jackson.databind.JsonNode;

/** A plan in which a step has failed that says {@code onFailure: revise}. */
public record RevisionRequest(
        @Describe("Id of the plan") String planId,
        @Describe("zh or en") String lang,
        @Describe("Its goal") String goal,
        @Describe("Its 'in'") JsonNode in,
        @Describe("Which time it is asked, from 1") int round,
        @Describe(
                        "Its steps: {spec (as a draft says it), state, effect, input, output, failure, quoteIds}")
                JsonNode steps) {}
