package errand.taobao.market;

import errand.agent.Describe;

/** Which coupon to claim or give back. */
public record ClaimCoupon(@Describe("From coupons.list") String couponId) {}
