package errand.taobao.market;

import errand.agent.Outcome;
import errand.agent.Task;

/** Coupons and the membership: what makes things cheaper for this person. */
public interface Coupons {

    /** Refused: {@code UNKNOWN_SKU}. */
    Outcome<CouponList> list(ListCoupons wish, Task task);

    /**
     * Keeps a coupon for the person; from then on every quote that it fits counts it. Free, expires
     * by itself. Refused: {@code UNKNOWN_COUPON}, {@code ALREADY_CLAIMED}, {@code NOT_NEEDED} (it
     * counts by itself), {@code SOLD_OUT} (all are given away).
     */
    Outcome<CouponClaimed> claim(ClaimCoupon wish, Task task);

    /** Gives it back for others. Refused: {@code COUPON_USED}. */
    Outcome<CouponReleased> release(ClaimCoupon wish, Task task);

    Outcome<Membership> membership(MembershipOf wish, Task task);
}
