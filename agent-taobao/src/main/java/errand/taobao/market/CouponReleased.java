package errand.taobao.market;

import errand.agent.Describe;

/** A coupon given back. */
public record CouponReleased(
        @Describe("The coupon") String couponId,
        @Describe("Whether there was one to give back") boolean released) {}
