package errand.bench.agent;

import errand.agent.Describe;

/** How long to take. */
record Sleep(@Describe("Milliseconds") int ms) {}
