package errand.taobao.market;

import errand.agent.Describe;
import java.util.List;

/** Coupons. */
public record CouponList(
        @Describe("The largest first, 40 at most") List<Coupon> coupons,
        @Describe("How they count together") String rules) {

    public CouponList {
        coupons = List.copyOf(coupons);
    }
}
