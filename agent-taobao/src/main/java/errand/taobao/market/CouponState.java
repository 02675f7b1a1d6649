package errand.taobao.market;

/** What can be done with a coupon. */
public enum CouponState {
    /** Counts by itself, nothing to claim (满减). */
    AUTOMATIC,
    /** Can be claimed (可领取). */
    CLAIMABLE,
    /** Claimed; counts in the next quote it fits (已领取). */
    CLAIMED,
    /** Used for an order (已使用). */
    USED,
    /** All are given away (已抢光). */
    GONE
}
