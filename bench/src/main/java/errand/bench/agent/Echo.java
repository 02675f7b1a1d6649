package errand.bench.agent;

import errand.agent.Describe;

/** What was carried along. */
record Echo(@Describe("The value of the input, or empty") String value) {}
