package errand.bench.agent;

import errand.agent.Describe;
import org.jspecify.annotations.Nullable;

/** Anything to carry along. */
record Value(@Describe("Given back as it is") @Nullable String value) {}
