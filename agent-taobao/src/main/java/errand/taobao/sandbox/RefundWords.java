package errand.taobao.sandbox;

import errand.agent.Task;
import errand.runtime.sandbox.Refusals;
import errand.runtime.sandbox.World;
import errand.taobao.market.RefundQuote;
import errand.taobao.market.RefundQuote.Way;
import errand.taobao.sandbox.Refunding.Refund;
import java.time.Instant;

/** Says what giving an order back would bring. */
final class RefundWords {

    private RefundWords() {}

    /** Of what was delivered, until the end of the last day for it. */
    static RefundQuote returning(Order order, Refund refund, Task task) {
        Instant end =
                order.basket()
                        .returnUntil()
                        .plusDays(1)
                        .atStartOfDay(World.ZONE)
                        .toInstant()
                        .minusSeconds(1);
        return of(order, Way.RETURN, refund, end, task);
    }

    static RefundQuote of(Order order, Way way, Refund refund, Instant until, Task task) {
        return new RefundQuote(
                order.orderId(),
                order.title(),
                way,
                refund.lines(),
                order.total(),
                refund.fee(),
                refund.refund(),
                World.at(until),
                why(refund, way, until, task));
    }

    private static String why(Refund refund, Way way, Instant until, Task task) {
        String fee = Refusals.yuan(refund.fee());
        String back = Refusals.yuan(refund.refund());
        String end = Refusals.minute(until);
        return way == Way.CANCEL
                ? Refusals.in(
                        task,
                        "%s前取消，扣%s元，退%s元。".formatted(end, fee, back),
                        "Cancelled before %s: %s yuan kept back, %s given back."
                                .formatted(end, fee, back))
                : Refusals.in(
                        task,
                        "%s前退货，退货运费%s元，退%s元。".formatted(end, fee, back),
                        "Returned before %s: %s yuan for shipping, %s given back."
                                .formatted(end, fee, back));
    }
}
