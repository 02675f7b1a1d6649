package errand.bench.agent;

import errand.agent.Describe;

/** How long it took. */
record Slept(@Describe("Milliseconds") int ms) {}
