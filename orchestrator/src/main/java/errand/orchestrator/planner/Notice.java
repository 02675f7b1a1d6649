package errand.orchestrator.planner;

import errand.agent.Describe;

/** A word to the person about how a reply came about. */
public record Notice(
        @Describe("Stable, upper snake case") String code,
        @Describe("In the person's language") String text) {}
