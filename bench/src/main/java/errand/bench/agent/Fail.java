package errand.bench.agent;

import errand.agent.Describe;
import org.jspecify.annotations.Nullable;

/** How to fail. */
record Fail(
        @Describe("transient (when not said), refuse or fault") @Nullable String kind,
        @Describe("How many attempts fail before one succeeds; all when not said")
                @Nullable Integer times) {}
