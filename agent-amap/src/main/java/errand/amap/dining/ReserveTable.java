package errand.amap.dining;

import errand.agent.Describe;
import org.jspecify.annotations.Nullable;

/** What to reserve: the quote that was agreed to, and the hold that keeps it if there is one. */
public record ReserveTable(
        @Describe("The quote agreed to") String quoteId,
        @Describe("The hold of that quote (dining.hold), if it was held first")
                @Nullable String holdId) {}
