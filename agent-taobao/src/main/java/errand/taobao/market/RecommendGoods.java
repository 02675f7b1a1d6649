package errand.taobao.market;

import errand.agent.Describe;
import org.jspecify.annotations.Nullable;

/** What to recommend, and on which ground. */
public record RecommendGoods(
        @Describe(
                        "True only after the person allowed it: what they bought before is looked at; else general")
                @Nullable Boolean fromHistory,
        @Describe("For what or whom, in words: 养花, 送妈妈, for my desk; all goods when not said")
                @Nullable String text,
        @Describe("At most this many whole yuan for one piece, all discounts and shipping counted")
                @Nullable Integer maxPrice) {}
