package errand.alipay.live;

import static errand.runtime.sandbox.Refusals.in;
import static errand.runtime.sandbox.Refusals.minute;
import static errand.runtime.sandbox.Refusals.refused;
import static errand.runtime.sandbox.Refusals.yuan;

import errand.agent.Money;
import errand.agent.Outcome;
import errand.agent.Task;
import errand.alipay.wallet.PaymentLine;
import errand.alipay.wallet.Refund;
import java.util.stream.Collectors;

/** How things at the open platform are worded, in the language of the task. */
final class LiveWords {

    private static final int LONGEST_REASON = 200;

    private LiveWords() {}

    static String payment(Task task, LivePayment payment) {
        String names =
                payment.lines().stream()
                        .map(line -> line.payee().name())
                        .distinct()
                        .collect(Collectors.joining(in(task, "、", ", ")));
        return in(
                task,
                "%s %s元".formatted(names, yuan(payment.total())),
                "%s yuan to %s".formatted(yuan(payment.total()), names));
    }

    static String payThere(Task task, boolean qr) {
        return in(
                task,
                qr ? "请用支付宝扫码付款；付款前不会扣款。" : "请打开链接，在支付宝页面付款；付款前不会扣款。",
                qr
                        ? "Scan the code with Alipay to pay; nothing is paid before you do."
                        : "Open the link and pay on Alipay's page; nothing is paid before you do.");
    }

    static String closed(Task task) {
        return in(task, "交易已关闭，不能再付款", "Closed; it cannot be paid any more");
    }

    static String unopened(Task task, LivePayment payment) {
        String until = minute(payment.payBy());
        return in(
                task,
                "付款页还没有人打开，链接将在%s失效；在此之前付的款可以退".formatted(until),
                "Nobody opened the page yet; its link ends at %s, and what is paid before can be refunded"
                        .formatted(until));
    }

    static String refunded(Task task, Money amount) {
        return in(
                task,
                "已退款%s元，原路退回".formatted(yuan(amount)),
                "%s yuan refunded, to where it came from".formatted(yuan(amount)));
    }

    /** What Alipay shows as the reason of a refund. */
    static String reason(Task task, Refund wish) {
        String said = wish.reason() == null ? in(task, "退款", "Refund") : wish.reason();
        return said.length() > LONGEST_REASON ? said.substring(0, LONGEST_REASON) : said;
    }

    static <O> Outcome<O> payeeNotServed(Task task, PaymentLine line) {
        return refused(
                task,
                "PAYEE_NOT_SERVED",
                "这个商户账号不代%s收款，不能发起付款。".formatted(line.payee().name()),
                "This merchant's account does not collect for %s; nothing was asked for."
                        .formatted(line.payee().name()));
    }

    static <O> Outcome<O> notPaid(Task task, LivePayment payment) {
        return refused(
                task,
                "NOT_PAID",
                "%s还没有付款（或已关闭），没有可退的款。".formatted(payment.outTradeNo()),
                "%s is not paid (or closed); there is nothing to give back."
                        .formatted(payment.outTradeNo()));
    }

    static <O> Outcome<O> alreadyPaid(Task task, LivePayment payment) {
        return refused(
                task,
                "ALREADY_PAID",
                "%s已经付款，不能关闭；可以退款。".formatted(payment.outTradeNo()),
                "%s is paid and cannot be closed; it can be refunded."
                        .formatted(payment.outTradeNo()));
    }

    static <O> Outcome<O> paymentClosed(Task task, String outTradeNo) {
        return refused(
                task,
                "PAYMENT_CLOSED",
                "%s已经关闭，请重新发起付款。".formatted(outTradeNo),
                "%s is closed; ask for a new payment.".formatted(outTradeNo));
    }

    static <O> Outcome<O> tooLate(Task task, LivePayment payment) {
        return refused(
                task,
                "REFUND_TOO_LATE",
                "%s已超过可退款期限。".formatted(payment.outTradeNo()),
                "%s is too old to be refunded.".formatted(payment.outTradeNo()));
    }

    static <O> Outcome<O> sellerCannot(Task task) {
        return refused(
                task,
                "SELLER_CANNOT_REFUND",
                "商户账户余额不足，暂时不能退款，请联系商家。",
                "The seller's account has too little to refund; ask the seller.");
    }

    static <O> Outcome<O> vendorRefused(Task task, String sub) {
        String code = Gateway.plain(sub);
        return refused(
                task,
                "VENDOR_REFUSED",
                "支付宝拒绝了这次操作（%s）。".formatted(code),
                "Alipay refuses this (%s).".formatted(code));
    }
}
