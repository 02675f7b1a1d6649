package errand.alipay.live;

import com.alipay.api.response.AlipayTradeFastpayRefundQueryResponse;
import com.alipay.api.response.AlipayTradeQueryResponse;
import com.alipay.api.response.AlipayTradeRefundResponse;
import errand.agent.Money;
import errand.agent.Outcome;
import errand.agent.Reconciliation;
import errand.agent.Task;
import errand.agent.TransientFailure;
import errand.alipay.Together;
import errand.alipay.rules.Lines;
import errand.alipay.rules.RefundParts;
import errand.alipay.rules.RefundParts.Part;
import errand.alipay.rules.Words;
import errand.alipay.wallet.PaymentLine;
import errand.alipay.wallet.PaymentState;
import errand.alipay.wallet.QueryPayment;
import errand.alipay.wallet.Refund;
import errand.alipay.wallet.Refunded;
import errand.alipay.wallet.Trades;
import errand.runtime.live.VendorHttp;
import errand.runtime.sandbox.Ids;
import errand.runtime.sandbox.World;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Payments at Alipay: asked for by the agent's own number; given back under the number of the task,
 * so that the platform itself refuses to do it twice.
 */
final class OpenPlatformTrades implements Trades {

    private final Platform platform;
    private final LivePayments payments;
    private final Together together;

    OpenPlatformTrades(Platform platform, LivePayments payments, Together together) {
        this.together = together;
        this.platform = platform;
        this.payments = payments;
    }

    /** The number under which a task gives back. */
    static String outRequestNo(Task task) {
        return Ids.ofTask("EF", task.id());
    }

    @Override
    public Outcome<PaymentState> query(QueryPayment wish, Task task) {
        LivePayment payment = payments.find(wish.captureId(), task.user()).orElse(null);
        return payment == null
                ? Words.unknownCapture(task, wish.captureId())
                : Outcome.done(state(payment, task));
    }

    private PaymentState state(LivePayment payment, Task task) {
        AlipayTradeQueryResponse told = platform.query(payment.outTradeNo());
        Money refunded = payment.total().minus(Lines.sum(payments.left(payment)));
        return new PaymentState(
                payment.outTradeNo(),
                LiveWords.payment(task, payment),
                state(payment, told, refunded, task),
                payment.total(),
                refunded,
                at(told.getSendPayDate(), payment.paidAt()),
                told.getTradeNo() == null ? payment.tradeNo() : told.getTradeNo());
    }

    private static PaymentState.State state(
            LivePayment payment, AlipayTradeQueryResponse told, Money refunded, Task task) {
        if (!told.isSuccess()) {
            // Nothing is there before the page is opened or the code is scanned.
            return task.now().isBefore(payment.payBy())
                            && payment.state() != LivePayment.State.CLOSED
                    ? PaymentState.State.WAITING
                    : PaymentState.State.CLOSED;
        }
        sameAmount(payment, told);
        return switch (TradeStatus.of(told.getTradeStatus())) {
            case WAIT_BUYER_PAY -> PaymentState.State.WAITING;
            case TRADE_CLOSED ->
                    refunded.amount() > 0 || payment.paidAt() != null
                            ? PaymentState.State.REFUNDED
                            : PaymentState.State.CLOSED;
            case TRADE_SUCCESS, TRADE_FINISHED -> {
                if (refunded.amount() == 0) {
                    yield PaymentState.State.PAID;
                }
                yield refunded.equals(payment.total())
                        ? PaymentState.State.REFUNDED
                        : PaymentState.State.PARTLY_REFUNDED;
            }
        };
    }

    private static void sameAmount(LivePayment payment, AlipayTradeQueryResponse told) {
        if (!Yuan.parse(told.getTotalAmount()).equals(payment.total())) {
            throw new TransientFailure(
                    VendorHttp.MALFORMED,
                    "Alipay names another amount for payment %s than was asked for; it is not believed."
                            .formatted(payment.outTradeNo()));
        }
    }

    /** Of two that give back of one payment, the second waits. */
    @Override
    public Outcome<Refunded> refund(Refund wish, Task task) {
        return together.run(() -> locked(wish, task));
    }

    private Outcome<Refunded> locked(Refund wish, Task task) {
        LivePayment payment = payments.lock(wish.captureId(), task.user()).orElse(null);
        if (payment == null) {
            return Words.unknownCapture(task, wish.captureId());
        }
        Optional<LivePayments.Refund> before = payments.refund(outRequestNo(task));
        if (before.isPresent()) {
            return Outcome.done(refunded(payment, before.get(), task));
        }
        List<PaymentLine> left = payments.left(payment);
        boolean allOfNothing =
                wish.part() == null && wish.forQuote() == null && Lines.sum(left).amount() == 0;
        if (allOfNothing) {
            LivePayments.Refund last = payments.last(payment.outTradeNo()).orElseThrow();
            return Outcome.done(refunded(payment, last, task));
        }
        return RefundParts.of(left, wish, task).then(parts -> giveBack(payment, parts, wish, task));
    }

    private Outcome<Refunded> giveBack(
            LivePayment payment, List<Part> parts, Refund wish, Task task) {
        String number = outRequestNo(task);
        Money amount = sum(parts);
        AlipayTradeRefundResponse answer =
                platform.refund(payment.outTradeNo(), number, amount, LiveWords.reason(task, wish));
        if (!answer.isSuccess()) {
            return refusal(payment, parts, String.valueOf(answer.getSubCode()), task);
        }
        if (!"Y".equals(answer.getFundChange())
                && !made(platform.refundQuery(payment.outTradeNo(), number))) {
            throw unclear(payment);
        }
        payments.addRefund(number, payment.outTradeNo(), parts, task.now());
        return Outcome.done(
                refunded(payment, new LivePayments.Refund(number, amount, task.now()), task));
    }

    private Outcome<Refunded> refusal(
            LivePayment payment, List<Part> parts, String sub, Task task) {
        return switch (sub) {
            case "ACQ.TRADE_NOT_EXIST",
                    "ACQ.TRADE_STATUS_ERROR",
                    "ACQ.REASON_TRADE_STATUS_INVALID" ->
                    LiveWords.notPaid(task, payment);
            case "ACQ.REFUND_AMT_NOT_EQUAL_TOTAL", "ACQ.REASON_TRADE_REFUND_FEE_ERR" ->
                    Words.refundTooMuch(task, sum(parts), Lines.sum(payments.left(payment)));
            case "ACQ.TRADE_HAS_FINISHED" -> LiveWords.tooLate(task, payment);
            case "ACQ.SELLER_BALANCE_NOT_ENOUGH" -> LiveWords.sellerCannot(task);
            default -> LiveWords.vendorRefused(task, sub);
        };
    }

    @Override
    public Reconciliation<Refund, Refunded> foundBy() {
        return this::find;
    }

    /** Whether Alipay has made the refund of this task, and notes it when it has. */
    private Optional<Outcome<Refunded>> find(Refund wish, Task task) {
        LivePayment payment = payments.lock(wish.captureId(), task.user()).orElse(null);
        if (payment == null) {
            return Optional.empty();
        }
        String number = outRequestNo(task);
        AlipayTradeFastpayRefundQueryResponse told =
                platform.refundQuery(payment.outTradeNo(), number);
        if (!made(told)) {
            return Optional.empty();
        }
        Money amount = Yuan.parse(told.getRefundAmount());
        List<PaymentLine> left = payments.left(payment);
        Refund asMade = new Refund(wish.captureId(), amount, wish.forQuote(), wish.reason());
        Outcome<List<Part>> parts = RefundParts.of(left, asMade, task);
        if (parts instanceof Outcome.Done<List<Part>>(var which)) {
            payments.addRefund(number, payment.outTradeNo(), which, task.now());
        }
        return Optional.of(
                Outcome.done(
                        refunded(
                                payment,
                                new LivePayments.Refund(
                                        number, amount, instant(told.getGmtRefundPay(), task)),
                                task)));
    }

    /** The platform answers 10000 without an amount when there is no such refund. */
    private static boolean made(AlipayTradeFastpayRefundQueryResponse told) {
        String status = told.getRefundStatus();
        return told.isSuccess()
                && told.getRefundAmount() != null
                && (status == null || status.equals("REFUND_SUCCESS"));
    }

    private static TransientFailure unclear(LivePayment payment) {
        return new TransientFailure(
                VendorHttp.BROKEN,
                "Alipay has not made the refund of payment %s yet; it is asked again."
                        .formatted(payment.outTradeNo()));
    }

    private Refunded refunded(LivePayment payment, LivePayments.Refund refund, Task task) {
        return new Refunded(
                payment.outTradeNo(),
                refund.amount(),
                World.at(refund.at()),
                refund.outRequestNo(),
                LiveWords.refunded(task, refund.amount()),
                refund.amount(),
                Lines.sum(payments.left(payment)));
    }

    private static Money sum(List<Part> parts) {
        return parts.stream().map(Part::amount).reduce(Money.cny(0), Money::plus);
    }

    private static Instant instant(@Nullable Date told, Task task) {
        return told == null ? task.now() : told.toInstant();
    }

    private static java.time.@Nullable OffsetDateTime at(
            @Nullable Date told, @Nullable Instant known) {
        if (told != null) {
            return World.at(told.toInstant());
        }
        return known == null ? null : World.at(known);
    }
}
