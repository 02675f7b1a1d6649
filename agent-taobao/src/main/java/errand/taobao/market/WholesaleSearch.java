package errand.taobao.market;

import errand.agent.Describe;
import org.jspecify.annotations.Nullable;

/** What is looked for in quantity. */
public record WholesaleSearch(
        @Describe("What, in words, Chinese or English: 团建T恤, custom mugs") String text,
        @Describe("Pieces wanted; prices are for that many; the minimum of each when not said")
                @Nullable Integer quantity,
        @Describe("At most this many whole yuan for one piece at that quantity")
                @Nullable Integer maxUnitPrice) {}
