package errand.orchestrator.planner;

import errand.agent.Describe;

/** Something said before in the conversation. */
public record Turn(
        @Describe("person or assistant") String role, @Describe("What was said") String text) {}
