package errand.taobao.sandbox;

import org.jspecify.annotations.Nullable;

/**
 * A coupon that can be claimed once per person and month.
 *
 * @param sellerId the shop that honours it; null: all shops
 * @param fromFen counts from this much on
 * @param offFen less than fromFen
 * @param total how many there are a month
 * @param days how long it counts after it was claimed
 */
record CouponRule(
        String couponId,
        @Nullable String sellerId,
        long fromFen,
        long offFen,
        int total,
        int days) {

    boolean appliesTo(Seller seller, long fen) {
        return fen >= fromFen && (sellerId == null || sellerId.equals(seller.id()));
    }

    String title() {
        return "满%s减%s".formatted(yuan(fromFen), yuan(offFen));
    }

    /** On a bill: who gives it, and what it says. */
    String line() {
        return (sellerId == null ? "平台券 " : "店铺券 ") + title();
    }

    private static String yuan(long fen) {
        return fen % 100 == 0 ? String.valueOf(fen / 100) : String.valueOf(fen / 100.0);
    }
}
