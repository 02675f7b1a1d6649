package errand.bench.agent;

import errand.agent.Describe;

/** Which hold of nothing to release. */
record Release(@Describe("From noop.hold") String holdId) {}
