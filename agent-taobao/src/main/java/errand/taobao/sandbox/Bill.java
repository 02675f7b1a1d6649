package errand.taobao.sandbox;

import errand.agent.Money;
import errand.agent.Quote.Line;
import errand.agent.Task;
import errand.runtime.sandbox.Refusals;
import errand.taobao.sandbox.Seller.Coupon;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What goods of one seller cost in the end: list prices, less the member's discount, less the best
 * coupon of the shop that counts by itself, less the best one that was claimed, plus shipping. A
 * coupon counts what is left before it. A presale's deposit changes nothing: the full price counts.
 *
 * @param depositFen what the goods take first, in all; 0: nothing
 */
record Bill(Seller seller, List<Line> goods, Perks perks, long depositFen) {

    Bill {
        goods = List.copyOf(goods);
    }

    /** A member's, without coupons that must be claimed. */
    Bill(Seller seller, List<Line> goods) {
        this(seller, goods, Perks.MEMBER, 0);
    }

    Money total() {
        return Money.cny(afterCoupon() - claimed().map(CouponRule::offFen).orElse(0L) + shipping());
    }

    /** As the person sees it; the lines add up to the total. */
    List<Line> lines() {
        List<Line> lines = new ArrayList<>(goods);
        if (memberDiscount() > 0) {
            lines.add(off(memberReason(), memberDiscount()));
        }
        coupon().ifPresent(coupon -> lines.add(off(couponReason(coupon), 100L * coupon.offYuan())));
        claimed().ifPresent(coupon -> lines.add(off(coupon.line(), coupon.offFen())));
        if (shipping() > 0) {
            lines.add(Line.of("运费", 1, Money.cny(shipping())));
        }
        return lines;
    }

    private static Line off(String why, long fen) {
        return Line.of(why, 1, Money.cny(-fen));
    }

    /** Why it costs that much, in the language of the task. */
    List<String> reasons(Task task) {
        List<String> reasons = new ArrayList<>();
        if (memberDiscount() > 0) {
            int percent = 100 - seller.memberPercent();
            reasons.add(
                    Refusals.in(task, memberReason(), "88VIP member: %d%% off".formatted(percent)));
        }
        coupon().ifPresent(
                        coupon ->
                                reasons.add(
                                        Refusals.in(
                                                task,
                                                couponReason(coupon),
                                                "%d off from %d"
                                                        .formatted(
                                                                coupon.offYuan(),
                                                                coupon.fromYuan()))));
        claimed().ifPresent(coupon -> reasons.add(claimedReason(coupon, task)));
        deposit().ifPresent(deposit -> reasons.add(depositReason(deposit, task)));
        String yuan = Refusals.yuan(Money.cny(shipping()));
        reasons.add(
                shipping() == 0
                        ? Refusals.in(task, "包邮", "free shipping")
                        : Refusals.in(task, "运费" + yuan + "元", "shipping " + yuan + " yuan"));
        return reasons;
    }

    Optional<Money> deposit() {
        return depositFen == 0 ? Optional.empty() : Optional.of(Money.cny(depositFen));
    }

    /** The claimed coupon that counts here. */
    Optional<CouponRule> claimed() {
        long fen = afterCoupon();
        return perks.claimed().stream()
                .filter(coupon -> coupon.appliesTo(seller, fen))
                .max(Comparator.comparingLong(CouponRule::offFen));
    }

    Money listedPrice() {
        return Money.cny(listed());
    }

    long shipping() {
        return listed() >= seller.freeFromFen() ? 0 : seller.shippingFen();
    }

    private long listed() {
        long fen = 0;
        for (Line line : goods) {
            fen += line.amount().amount();
        }
        return fen;
    }

    private long memberDiscount() {
        return perks.member() ? listed() * (100 - seller.memberPercent()) / 100 : 0;
    }

    private long afterCoupon() {
        return listed() - memberDiscount() - coupon().map(it -> 100L * it.offYuan()).orElse(0L);
    }

    private Optional<Coupon> coupon() {
        long fen = listed() - memberDiscount();
        return seller.coupons().stream()
                .filter(coupon -> coupon.appliesTo(fen))
                .max(Comparator.comparingInt(Coupon::offYuan));
    }

    private String memberReason() {
        return "88VIP %d折".formatted(seller.memberPercent());
    }

    private static String couponReason(Coupon coupon) {
        return "满%d减%d".formatted(coupon.fromYuan(), coupon.offYuan());
    }

    private static String claimedReason(CouponRule coupon, Task task) {
        return Refusals.in(
                task,
                coupon.line(),
                "coupon: %s off from %s"
                        .formatted(
                                Refusals.yuan(Money.cny(coupon.offFen())),
                                Refusals.yuan(Money.cny(coupon.fromFen()))));
    }

    private String depositReason(Money deposit, Task task) {
        String first = Refusals.yuan(deposit);
        String rest = Refusals.yuan(total().minus(deposit));
        return Refusals.in(
                task,
                "预售：定金%s元，尾款%s元，按全款计".formatted(first, rest),
                "presale: %s deposit, %s later; the full price counts".formatted(first, rest));
    }
}
