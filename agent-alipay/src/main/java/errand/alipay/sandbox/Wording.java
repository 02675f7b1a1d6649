package errand.alipay.sandbox;

import static errand.runtime.sandbox.Refusals.in;
import static errand.runtime.sandbox.Refusals.minute;
import static errand.runtime.sandbox.Refusals.refused;
import static errand.runtime.sandbox.Refusals.unknown;
import static errand.runtime.sandbox.Refusals.yuan;

import errand.agent.Money;
import errand.agent.Outcome;
import errand.agent.Task;
import errand.alipay.wallet.Method;
import errand.alipay.wallet.MethodState;
import errand.alipay.wallet.PaymentLine;
import errand.alipay.wallet.RedPacket;
import errand.alipay.wallet.RedPackets;
import errand.alipay.wallet.Shortfall;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How refusals of payments are worded, in the language of the task. */
final class Wording {

    private Wording() {}

    static <O> Outcome<O> balanceTooLow(Task task, Money wanted, Shortfall shortfall) {
        Method method = shortfall.method();
        String need = yuan(wanted);
        String there = yuan(shortfall.balance());
        String missing = yuan(shortfall.missing());
        return refused(
                task,
                "BALANCE_TOO_LOW",
                "%s不足：需要%s元，可用%s元，还差%s元。".formatted(method.in("zh"), need, there, missing)
                        + instead(task, shortfall),
                "The %s is too low: %s yuan needed, %s there, %s missing. "
                                .formatted(method.in("en"), need, there, missing)
                        + instead(task, shortfall),
                shortfall);
    }

    static <O> Outcome<O> methodLimit(Task task, Money wanted, Money most, Shortfall shortfall) {
        Method method = shortfall.method();
        return refused(
                task,
                "METHOD_LIMIT",
                "超过%s的限额：需要%s元，现在最多可付%s元。".formatted(method.in("zh"), yuan(wanted), yuan(most))
                        + instead(task, shortfall),
                "That is above the limit of the %s: %s yuan needed, at most %s now. "
                                .formatted(method.in("en"), yuan(wanted), yuan(most))
                        + instead(task, shortfall),
                shortfall);
    }

    static <O> Outcome<O> methodDisabled(Task task, Shortfall shortfall) {
        Method method = shortfall.method();
        return refused(
                task,
                "METHOD_DISABLED",
                "%s已停用。".formatted(method.in("zh")) + instead(task, shortfall),
                "The %s is switched off. ".formatted(method.in("en")) + instead(task, shortfall),
                shortfall);
    }

    /** What is possible instead. */
    private static String instead(Task task, Shortfall shortfall) {
        if (shortfall.otherMethods().isEmpty()) {
            return in(task, "可以充值，或选更便宜的。", "Top up, or choose something cheaper.");
        }
        List<String> names = shortfall.otherMethods().stream().map(MethodState::title).toList();
        return in(
                task,
                "可以改用%s，或选更便宜的。".formatted(String.join("、", names)),
                "Pay with %s, or choose something cheaper.".formatted(String.join(" or ", names)));
    }

    static <O> Outcome<O> redPacketUnusable(
            Task task, String id, @Nullable StoredRedPacket packet, List<StoredRedPacket> fitting) {
        String what = packet == null ? id : packet.title();
        List<RedPacket> usable = fitting.stream().map(one -> one.shown(task.now())).toList();
        return refused(
                task,
                "RED_PACKET_UNUSABLE",
                "红包“%s”不能用于这次付款（不存在、已使用、已过期，或未满金额）。%s"
                        .formatted(
                                what,
                                usable.isEmpty() ? "没有其他可用的红包，可以不用红包付款。" : "可用：" + titles(usable)),
                "Red packet '%s' cannot be used for this payment (unknown, used, expired, or too little is spent). %s"
                        .formatted(
                                what,
                                usable.isEmpty()
                                        ? "No other one fits; pay without."
                                        : "These fit: " + titles(usable)),
                new RedPackets(Titles.redPackets(task, usable.size()), usable));
    }

    private static String titles(List<RedPacket> packets) {
        return packets.stream()
                .map(packet -> packet.title() + " (" + packet.redPacketId() + ")")
                .collect(Collectors.joining("; "));
    }

    static <O> Outcome<O> unknownPaymentQuote(Task task, String id) {
        return refused(
                task,
                "UNKNOWN_PAYMENT_QUOTE",
                "没有找到编号为“%s”的付款报价，请先用payment.quote查询。".formatted(id),
                "There is no payment quote '%s' of yours. Take one from payment.quote."
                        .formatted(id));
    }

    static <O> Outcome<O> paymentQuoteDiffers(Task task, String id) {
        return refused(
                task,
                "PAYMENT_QUOTE_DIFFERS",
                "付款报价%s对应的是另一些款项、付款方式或红包，请重新报价。".formatted(id),
                "Payment quote %s is for other lines, another method or red packet; quote again."
                        .formatted(id));
    }

    static <O> Outcome<O> quoteExpired(Task task, String id, Instant until) {
        return refused(
                task,
                "QUOTE_EXPIRED",
                "报价%s已于%s失效，请重新报价。".formatted(id, minute(until)),
                "Quote %s expired at %s; ask for a new quote.".formatted(id, minute(until)));
    }

    static <O> Outcome<O> useTransferSend(Task task) {
        return refused(
                task,
                "USE_TRANSFER_SEND",
                "这是转账报价，请用transfer.send发送。",
                "This is the quote of a transfer: send it with transfer.send.");
    }

    static <O> Outcome<O> badPeriod(Task task, LocalDate from, LocalDate to) {
        return refused(
                task,
                "BAD_PERIOD",
                "开始日期%s晚于结束日期%s，请对调。".formatted(from, to),
                "The first day %s is after the last, %s.".formatted(from, to));
    }

    static <O> Outcome<O> badLimit(Task task, int limit, int most) {
        return refused(
                task,
                "BAD_LIMIT",
                "limit是%d，应在1到%d之间。".formatted(limit, most),
                "limit is %d; it must be 1 to %d.".formatted(limit, most));
    }

    static <O> Outcome<O> badCursor(Task task, String cursor) {
        return refused(
                task,
                "BAD_CURSOR",
                "cursor“%s”不是上一页的next，请从第一页开始。".formatted(cursor),
                "cursor '%s' is no next of a page before; begin without one.".formatted(cursor));
    }

    static <O> Outcome<O> badDay(Task task, LocalDate day, LocalDate today) {
        return refused(
                task,
                "BAD_DAY",
                "%s还没有到，今天是%s。".formatted(day, today),
                "%s has not come yet; today is %s.".formatted(day, today));
    }

    static <O> Outcome<O> alreadyPaid(Task task, PaymentLine line) {
        return refused(
                task,
                "ALREADY_PAID",
                "报价%s已经付过款或已冻结款项，不会重复付款。".formatted(line.quoteId()),
                "Quote %s is paid or reserved already; it is not paid twice."
                        .formatted(line.quoteId()));
    }

    static <O> Outcome<O> unknownAuthorisation(Task task, String id) {
        return unknown(task, "UNKNOWN_AUTHORISATION", "authorisation", "授权", id);
    }

    static <O> Outcome<O> closed(Task task, Authorisation authorisation) {
        return refused(
                task,
                "AUTHORISATION_CLOSED",
                "授权%s已经结束（%s），请重新授权。".formatted(authorisation.id(), zh(authorisation.state())),
                "Authorisation %s has ended (%s); authorise again."
                        .formatted(
                                authorisation.id(),
                                authorisation.state().name().toLowerCase(Locale.ROOT)));
    }

    static <O> Outcome<O> notAuthorised(Task task, List<String> missing, List<String> possible) {
        return refused(
                task,
                "NOT_AUTHORISED",
                "授权中没有这些报价：%s。可以支付：%s。"
                        .formatted(String.join("、", missing), String.join("、", possible)),
                "The authorisation does not hold: %s. It holds: %s."
                        .formatted(String.join(", ", missing), String.join(", ", possible)));
    }

    private static String zh(Authorisation.State state) {
        return switch (state) {
            case OPEN -> "有效";
            case CAPTURED -> "已付款";
            case VOIDED -> "已解冻";
        };
    }
}
