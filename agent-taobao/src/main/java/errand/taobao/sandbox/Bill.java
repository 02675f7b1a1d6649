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
 * coupon, plus shipping.
 */
record Bill(Seller seller, List<Line> goods) {

    Bill {
        goods = List.copyOf(goods);
    }

    Money total() {
        return sum(lines());
    }

    /** As the person sees it; the lines add up to the total. */
    List<Line> lines() {
        List<Line> lines = new ArrayList<>(goods);
        if (memberDiscount() > 0) {
            lines.add(Line.of(memberReason(), 1, Money.cny(-memberDiscount())));
        }
        coupon().ifPresent(
                        coupon ->
                                lines.add(
                                        Line.of(
                                                couponReason(coupon),
                                                1,
                                                Money.cny(-100L * coupon.offYuan()))));
        if (shipping() > 0) {
            lines.add(Line.of("运费", 1, Money.cny(shipping())));
        }
        return lines;
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
        String yuan = Refusals.yuan(Money.cny(shipping()));
        reasons.add(
                shipping() == 0
                        ? Refusals.in(task, "包邮", "free shipping")
                        : Refusals.in(task, "运费" + yuan + "元", "shipping " + yuan + " yuan"));
        return reasons;
    }

    private long listed() {
        return sum(goods).amount();
    }

    private long memberDiscount() {
        return listed() * (100 - seller.memberPercent()) / 100;
    }

    private Optional<Coupon> coupon() {
        long fen = listed() - memberDiscount();
        return seller.coupons().stream()
                .filter(coupon -> coupon.appliesTo(fen))
                .max(Comparator.comparingInt(Coupon::offYuan));
    }

    private long shipping() {
        return listed() >= seller.freeFromFen() ? 0 : seller.shippingFen();
    }

    private String memberReason() {
        return "88VIP %d折".formatted(seller.memberPercent());
    }

    private static String couponReason(Coupon coupon) {
        return "满%d减%d".formatted(coupon.fromYuan(), coupon.offYuan());
    }

    private static Money sum(List<Line> lines) {
        return lines.stream().map(Line::amount).reduce(Money.cny(0), Money::plus);
    }
}
