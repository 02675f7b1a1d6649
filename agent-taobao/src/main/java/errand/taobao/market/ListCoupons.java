package errand.taobao.market;

import errand.agent.Describe;
import org.jspecify.annotations.Nullable;

/** Which coupons to show. */
public record ListCoupons(
        @Describe("Those that can count for this good; from goods.search") @Nullable String skuId,
        @Describe("Those of this shop, its name or part of it") @Nullable String seller,
        @Describe("Only those in this state") @Nullable CouponState state) {}
