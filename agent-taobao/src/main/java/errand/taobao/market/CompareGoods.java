package errand.taobao.market;

import errand.agent.Describe;
import org.jspecify.annotations.Nullable;

/** What to compare over its sellers. */
public record CompareGoods(
        @Describe("Any offer of it, from goods.search") String skuId,
        @Describe("Pieces wanted; coupons and shipping depend on it; 1 when not said")
                @Nullable Integer quantity) {}
