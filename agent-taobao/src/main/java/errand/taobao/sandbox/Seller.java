package errand.taobao.sandbox;

import errand.agent.Payee;
import java.util.List;

/**
 * A shop of the marketplace.
 *
 * @param id stable, such as {@code s017}
 * @param pricePercent how dear it is, in per cent of the usual price
 * @param memberPercent what members pay of the price: 95, or 100 when it makes no difference
 * @param coupons the one that takes off most counts
 * @param freeFromFen shipping is free from this much on
 * @param arrivesAfter days until goods arrive at the earliest
 * @param arrivesWithin days until they arrive at the latest
 */
record Seller(
        String id,
        String name,
        int pricePercent,
        int memberPercent,
        List<Coupon> coupons,
        long freeFromFen,
        long shippingFen,
        int arrivesAfter,
        int arrivesWithin) {

    Seller {
        coupons = List.copyOf(coupons);
    }

    /** So much off from so much on. */
    record Coupon(int fromYuan, int offYuan) {

        boolean appliesTo(long fen) {
            return fen >= fromYuan * 100L;
        }
    }

    Seller with(List<Coupon> automatic) {
        return new Seller(
                id,
                name,
                pricePercent,
                memberPercent,
                automatic,
                freeFromFen,
                shippingFen,
                arrivesAfter,
                arrivesWithin);
    }

    /** Sells in quantity only. */
    boolean factory() {
        return id.startsWith("f");
    }

    /** The brand's own shop. */
    boolean official() {
        return name.endsWith("旗舰店");
    }

    Payee payee() {
        return new Payee("taobao:" + id, name);
    }
}
