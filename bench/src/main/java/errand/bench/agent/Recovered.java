package errand.bench.agent;

import errand.agent.Describe;

/** It succeeded in the end. */
record Recovered(@Describe("With which attempt") int attempts) {}
