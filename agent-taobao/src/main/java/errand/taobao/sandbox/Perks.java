package errand.taobao.sandbox;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What makes things cheaper for one person. It is written into the offer id of a quote, so that a
 * quote keeps its price when a membership ends or another coupon is claimed.
 *
 * @param claimed coupons that the person has and has not used
 */
record Perks(boolean member, List<CouponRule> claimed) {

    static final Perks NONE = new Perks(false, List.of());
    static final Perks MEMBER = new Perks(true, List.of());

    private static final String MARK = "88VIP";

    Perks {
        claimed = List.copyOf(claimed);
    }

    Perks withOnly(Optional<CouponRule> coupon) {
        return new Perks(member, coupon.stream().toList());
    }

    /** Such as {@code 88VIP+Cs017|} before the slip. */
    String before(String slip) {
        return Stream.concat(
                                Stream.of(member ? MARK : "-"),
                                claimed.stream().map(CouponRule::couponId))
                        .reduce((one, other) -> one + "+" + other)
                        .orElseThrow()
                + "|"
                + slip;
    }

    /** An offer id in two: who gets it how, and the slip. Older ones are slips for members. */
    static Optional<Split> split(String offerId, CouponBook book) {
        int bar = offerId.indexOf('|');
        if (bar < 0 || offerId.substring(0, bar).contains(";")) {
            return Optional.of(new Split(MEMBER, offerId));
        }
        String[] parts = offerId.substring(0, bar).split("\\+");
        List<Optional<CouponRule>> rules = Arrays.stream(parts).skip(1).map(book::rule).toList();
        if (rules.stream().anyMatch(Optional::isEmpty)) {
            return Optional.empty();
        }
        Perks perks =
                new Perks(
                        parts[0].equals(MARK), rules.stream().map(Optional::orElseThrow).toList());
        return Optional.of(new Split(perks, offerId.substring(bar + 1)));
    }

    /** The two halves of an offer id. */
    record Split(Perks perks, String slip) {}
}
