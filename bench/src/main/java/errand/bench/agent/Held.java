package errand.bench.agent;

import errand.agent.Describe;

/** A hold of nothing. */
record Held(@Describe("What noop.release takes") String holdId) {}
