package errand.flash.sandbox;

import errand.agent.Money;
import errand.agent.Outcome;
import errand.agent.Task;
import errand.flash.delivery.ClaimGranted;
import errand.flash.delivery.ClaimLeft;
import errand.flash.delivery.ClaimWish;
import errand.flash.delivery.ClaimWish.Reason;
import errand.flash.delivery.OrderState;
import errand.flash.delivery.OrderTracked.Line;
import errand.flash.sandbox.Claims.Claim;
import errand.flash.sandbox.Courier.Course;
import errand.runtime.sandbox.Ids;
import errand.runtime.sandbox.Refusals;
import errand.runtime.sandbox.Sale;
import errand.runtime.sandbox.Sales;
import errand.runtime.sandbox.World;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Gives money back for what went wrong with an order. The sandbox believes what people say is
 * missing or spilled; what is late it knows.
 */
final class Claiming {

    /** After that nothing is given back any more. */
    private static final Duration AFTER_DELIVERY = Duration.ofHours(24);

    private final Sales sales;
    private final OrderView view;
    private final Claims claims;

    Claiming(Sales sales, OrderView view, Claims claims) {
        this.sales = sales;
        this.view = view;
        this.claims = claims;
    }

    /** In the caller's transaction, which holds the order from here on. */
    Outcome<ClaimGranted> claim(ClaimWish wish, Task task) {
        Sale sale = sales.lock(wish.orderId(), task.user()).orElse(null);
        if (sale == null) {
            return Refusals.unknown(task, "UNKNOWN_BOOKING", "booking", "订单", wish.orderId());
        }
        return claims.underKey(task.id())
                .map(claim -> Outcome.done(granted(claim, sale, task)))
                .orElseGet(() -> claimNew(wish, sale, task));
    }

    private Outcome<ClaimGranted> claimNew(ClaimWish wish, Sale sale, Task task) {
        OrderState state = view.state(sale, task.now());
        Course course = view.course(sale);
        if (state == OrderState.CANCELLED) {
            return ClaimWording.cancelled(task);
        }
        if (state == OrderState.DELIVERED
                && task.now().isAfter(course.deliveredAt().plus(AFTER_DELIVERY))) {
            return ClaimWording.tooLate(task, AFTER_DELIVERY);
        }
        if (wish.reason() == Reason.LATE) {
            return late(sale, course, task);
        }
        return state == OrderState.DELIVERED
                ? pieces(wish, sale, task)
                : ClaimWording.notDelivered(task, course.promisedAt());
    }

    private Outcome<ClaimGranted> late(Sale sale, Course course, Task task) {
        int minutes = course.lateMinutes(task.now());
        if (minutes < Compensation.LATE_FROM) {
            return ClaimWording.notLate(task, minutes, course.promisedAt());
        }
        if (claims.isLateClaimed(sale.bookingId())) {
            return ClaimWording.lateClaimed(task, left("", 0, sale));
        }
        Money refund = Compensation.forDelay(sale.quote(), view.lines(sale), minutes);
        return grant(Reason.LATE, minutes, refund, List.of(), sale, task);
    }

    private Outcome<ClaimGranted> pieces(ClaimWish wish, Sale sale, Task task) {
        List<ClaimWish.Line> lines = together(wish.lines() == null ? List.of() : wish.lines());
        if (lines.isEmpty()) {
            return ClaimWording.noLines(task);
        }
        List<Line> goods = view.lines(sale);
        for (ClaimWish.Line line : lines) {
            Line ordered =
                    goods.stream()
                            .filter(one -> one.itemId().equals(line.itemId()))
                            .findFirst()
                            .orElse(null);
            if (ordered == null) {
                return ClaimWording.unknownLine(task, line.itemId(), goods);
            }
            int most = ordered.quantity() - claims.claimedOf(sale.bookingId(), line.itemId());
            if (line.quantity() < 1) {
                return Refusals.notPositive(task, line.quantity());
            }
            if (line.quantity() > most) {
                return ClaimWording.alreadyClaimed(
                        task, ordered, most, left(line.itemId(), most, sale));
            }
        }
        Money refund =
                Compensation.forPieces(sale.quote(), goods, lines, isAll(goods, lines, sale));
        return grant(wish.reason(), 0, refund, lines, sale, task);
    }

    /** A line that is named twice is meant once, and more of it. */
    private static List<ClaimWish.Line> together(List<ClaimWish.Line> lines) {
        Map<String, Integer> sums = new LinkedHashMap<>();
        lines.forEach(line -> sums.merge(line.itemId(), line.quantity(), Math::addExact));
        List<ClaimWish.Line> all = new ArrayList<>();
        sums.forEach((itemId, quantity) -> all.add(new ClaimWish.Line(itemId, quantity)));
        return all;
    }

    private boolean isAll(List<Line> goods, List<ClaimWish.Line> lines, Sale sale) {
        return goods.stream()
                .allMatch(
                        one ->
                                claims.claimedOf(sale.bookingId(), one.itemId())
                                                + lines.stream()
                                                        .filter(
                                                                line ->
                                                                        line.itemId()
                                                                                .equals(
                                                                                        one
                                                                                                .itemId()))
                                                        .mapToInt(ClaimWish.Line::quantity)
                                                        .sum()
                                        == one.quantity());
    }

    private Outcome<ClaimGranted> grant(
            Reason reason,
            int lateMinutes,
            Money refund,
            List<ClaimWish.Line> lines,
            Sale sale,
            Task task) {
        Money paid = sale.quote().total();
        Money most = paid.minus(claims.refunded(sale.bookingId()));
        Money given = refund.amount() > most.amount() ? most : refund;
        if (given.amount() <= 0) {
            return ClaimWording.nothingLeft(task, left("", 0, sale));
        }
        Claim claim =
                new Claim(
                        Ids.ofTask("C", task.id()),
                        sale.bookingId(),
                        reason,
                        lateMinutes,
                        given,
                        task.now());
        claims.add(claim, task.id(), task.user(), paid, lines);
        return Outcome.done(granted(claim, sale, task));
    }

    private ClaimLeft left(String itemId, int quantity, Sale sale) {
        Money refundable = sale.quote().total().minus(claims.refunded(sale.bookingId()));
        return new ClaimLeft(itemId, quantity, refundable);
    }

    private ClaimGranted granted(Claim claim, Sale sale, Task task) {
        return new ClaimGranted(
                claim.claimId(),
                claim.orderId(),
                claim.reason(),
                claim.lateMinutes(),
                claim.refund(),
                claims.refunded(sale.bookingId()),
                sale.quote().total(),
                World.at(claim.at()),
                ClaimWording.terms(task, claim));
    }
}
