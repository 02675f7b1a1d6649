package errand.flash.sandbox;

import static errand.runtime.sandbox.Refusals.in;
import static errand.runtime.sandbox.Refusals.minute;
import static errand.runtime.sandbox.Refusals.refused;
import static errand.runtime.sandbox.Refusals.yuan;

import errand.agent.Money;
import errand.agent.Outcome;
import errand.agent.Task;
import errand.flash.delivery.ClaimLeft;
import errand.flash.delivery.OrderTracked.Line;
import errand.flash.sandbox.Claims.Claim;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/** How claims are answered, in the language of the task. */
final class ClaimWording {

    private ClaimWording() {}

    static String terms(Task task, Claim claim) {
        return switch (claim.reason()) {
            case LATE ->
                    in(
                            task,
                            "超时%d分钟：退配送费和商品金额的%d%%"
                                    .formatted(
                                            claim.lateMinutes(),
                                            Compensation.percent(claim.lateMinutes())),
                            "%d minutes late: the delivery fee and %d %% of the goods"
                                    .formatted(
                                            claim.lateMinutes(),
                                            Compensation.percent(claim.lateMinutes())));
            case MISSING ->
                    in(
                            task,
                            "缺少的商品按实付单价退，全部缺少时连同包装费和配送费",
                            "What was missing at its price; with all of it missing the fees as well");
            case SPILLED ->
                    in(
                            task,
                            "洒漏的商品按实付单价退，全部洒漏时连同包装费和配送费",
                            "What was spilled at its price; with all of it spilled the fees as well");
        };
    }

    static <O> Outcome<O> cancelled(Task task) {
        return refused(
                task,
                "ORDER_CANCELLED",
                "这个订单已经取消，退款以取消结果为准，不能再申请售后。",
                "This order was cancelled; its refund is that of the cancellation.");
    }

    static <O> Outcome<O> tooLate(Task task, Duration within) {
        return refused(
                task,
                "CLAIM_TOO_LATE",
                "送达超过%d小时，不能再申请售后。".formatted(within.toHours()),
                "A claim is taken within %d hours after delivery; it is later than that."
                        .formatted(within.toHours()));
    }

    static <O> Outcome<O> notLate(Task task, int minutes, Instant promised) {
        String at = minute(promised);
        return refused(
                task,
                "NOT_LATE",
                "承诺%s送达，目前晚%d分钟；晚%d分钟以上才能申请超时赔付。".formatted(at, minutes, Compensation.LATE_FROM),
                "It was promised for %s and is %d minutes late; from %d minutes on money is given back."
                        .formatted(at, minutes, Compensation.LATE_FROM));
    }

    static <O> Outcome<O> notDelivered(Task task, Instant promised) {
        return refused(
                task,
                "NOT_DELIVERED",
                "还没有送达（承诺%s），送达后才能申请缺货或洒漏；超时可以先申请。".formatted(minute(promised)),
                "It is not delivered yet (promised for %s); claim what is missing or spilled then. A delay can be claimed now."
                        .formatted(minute(promised)));
    }

    static <O> Outcome<O> noLines(Task task) {
        return refused(
                task,
                "NO_LINES",
                "请说明哪些商品、各几件有问题，编号见order.track。",
                "Say which lines, and how many of each; order.track has their ids.");
    }

    static <O> Outcome<O> unknownLine(Task task, String itemId, List<Line> goods) {
        String ids = goods.stream().map(Line::itemId).collect(Collectors.joining(", "));
        return refused(
                task,
                "UNKNOWN_LINE",
                "订单里没有“%s”，有：%s。".formatted(itemId, ids),
                "The order has no line '%s'. It has: %s.".formatted(itemId, ids));
    }

    static <O> Outcome<O> alreadyClaimed(Task task, Line line, int most, ClaimLeft left) {
        return refused(
                task,
                "ALREADY_CLAIMED",
                "%s共%d件，还能申请%d件。".formatted(line.title(), line.quantity(), most),
                "Of %d %s, %d can still be claimed.".formatted(line.quantity(), line.title(), most),
                left);
    }

    static <O> Outcome<O> lateClaimed(Task task, ClaimLeft left) {
        return refused(
                task,
                "ALREADY_CLAIMED",
                "这个订单已经赔付过超时，不能重复申请。",
                "The delay of this order was made good already.",
                left);
    }

    static <O> Outcome<O> nothingLeft(Task task, ClaimLeft left) {
        return refused(
                task,
                "NOTHING_LEFT",
                "这个订单付的钱已经全部退回，没有可退的了。",
                "All that was paid for this order was given back already.",
                left);
    }

    static <O> Outcome<O> alreadyRefunded(Task task, Money refunded) {
        return refused(
                task,
                "ALREADY_REFUNDED",
                "这个订单已经售后退款%s元，不能再取消。".formatted(yuan(refunded)),
                "A claim of this order gave %s yuan back; it cannot be cancelled any more."
                        .formatted(yuan(refunded)));
    }
}
