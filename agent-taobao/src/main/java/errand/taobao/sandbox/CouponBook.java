package errand.taobao.sandbox;

import errand.runtime.sandbox.Chance;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All coupons that can be claimed, and all shops. Knows nobody who has one. */
final class CouponBook {

    private static final List<CouponRule> OF_ALL_SHOPS =
            List.of(
                    new CouponRule("CP01", null, 9_900, 800, 3_000, 7),
                    new CouponRule("CP02", null, 30_000, 3_000, 500, 7),
                    new CouponRule("CP03", null, 200_000, 15_000, 200, 3));

    private final Map<String, CouponRule> byId = new LinkedHashMap<>();
    private final Map<String, Seller> sellers = new LinkedHashMap<>();

    CouponBook(List<Seller> sellers, List<CouponRule> rules) {
        sellers.forEach(seller -> this.sellers.put(seller.id(), seller));
        rules.forEach(rule -> byId.put(rule.couponId(), rule));
    }

    /** Three of all shops, and one of every second shop. */
    static List<CouponRule> generated(long seed, List<Seller> sellers) {
        List<CouponRule> rules = new ArrayList<>(OF_ALL_SHOPS);
        for (Seller seller : sellers) {
            Chance chance = Chance.of(seed, "coupon", seller.name());
            if (!seller.factory() && chance.in100(50)) {
                long from = List.of(99L, 199L, 499L, 999L).get(chance.between(0, 3)) * 100;
                long off = Math.max(1, from * chance.between(5, 9) / 10_000) * 100;
                rules.add(
                        new CouponRule(
                                "C" + seller.id(),
                                seller.id(),
                                from,
                                off,
                                chance.between(20, 400),
                                7));
            }
        }
        return rules;
    }

    Optional<CouponRule> rule(String couponId) {
        return Optional.ofNullable(byId.get(couponId));
    }

    List<CouponRule> all() {
        return List.copyOf(byId.values());
    }

    List<Seller> sellers() {
        return List.copyOf(sellers.values());
    }

    Optional<Seller> seller(String sellerId) {
        return Optional.ofNullable(sellers.get(sellerId));
    }
}
