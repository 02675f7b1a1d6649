package errand.alipay.live;

import com.alipay.api.response.AlipayTradeCloseResponse;
import com.alipay.api.response.AlipayTradePrecreateResponse;
import com.alipay.api.response.AlipayTradeQueryResponse;
import errand.agent.Outcome;
import errand.agent.Reconciliation;
import errand.agent.Task;
import errand.agent.TransientFailure;
import errand.alipay.Together;
import errand.alipay.live.LivePayment.State;
import errand.alipay.rules.Lines;
import errand.alipay.rules.Words;
import errand.alipay.wallet.Cashier;
import errand.alipay.wallet.ClosePayment;
import errand.alipay.wallet.PaymentClosed;
import errand.alipay.wallet.PaymentLine;
import errand.alipay.wallet.PaymentRequested;
import errand.alipay.wallet.PaymentState;
import errand.alipay.wallet.RequestPayment;
import errand.alipay.wallet.RequestPayment.Channel;
import errand.runtime.live.VendorHttp;
import errand.runtime.sandbox.Ids;
import errand.runtime.sandbox.World;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Asks people to pay on Alipay's own page, under a number made of the task. */
final class OpenPlatformCashier implements Cashier {

    private static final String NOT_THERE = "ACQ.TRADE_NOT_EXIST";

    private final Platform platform;
    private final LivePayments payments;
    private final LiveProperties properties;
    private final Together together;

    OpenPlatformCashier(
            Platform platform,
            LivePayments payments,
            LiveProperties properties,
            Together together) {
        this.together = together;
        this.platform = platform;
        this.payments = payments;
        this.properties = properties;
    }

    /** The number of a task's payment; the platform takes letters and digits, up to 64. */
    static String outTradeNo(Task task) {
        return Ids.ofTask("EP", task.id());
    }

    @Override
    public Outcome<PaymentRequested> request(RequestPayment wish, Task task) {
        Optional<Outcome<PaymentRequested>> wrong = wrong(wish, task);
        return wrong.orElseGet(() -> together.run(() -> ask(wish, task)));
    }

    private Outcome<PaymentRequested> ask(RequestPayment wish, Task task) {
        LivePayment payment = payment(wish, task);
        payments.add(payment, task.planId(), task.now());
        return ask(payment, wish, State.WAITING, task);
    }

    private Optional<Outcome<PaymentRequested>> wrong(RequestPayment wish, Task task) {
        Optional<Outcome<PaymentRequested>> wrong = Lines.wrongOrNotAgreed(wish.lines(), task);
        return wrong.or(() -> notServed(wish).map(line -> LiveWords.payeeNotServed(task, line)));
    }

    private Optional<PaymentLine> notServed(RequestPayment wish) {
        return wish.lines().stream()
                .filter(line -> !properties.collectsFor(line.payee().id()))
                .findFirst();
    }

    private LivePayment payment(RequestPayment wish, Task task) {
        return new LivePayment(
                outTradeNo(task),
                task.user(),
                wish.lines(),
                State.WAITING,
                task.now().plus(properties.payWithin()),
                null,
                null);
    }

    private Outcome<PaymentRequested> ask(
            LivePayment payment, RequestPayment wish, State state, Task task) {
        String subject = LiveWords.payment(task, payment);
        if (wish.channel() != Channel.QR) {
            String link = platform.page(payment, subject);
            return Outcome.done(requested(payment, link, null, state, task));
        }
        AlipayTradePrecreateResponse answer = platform.qrCode(payment, subject);
        if (!answer.isSuccess()) {
            return LiveWords.vendorRefused(task, String.valueOf(answer.getSubCode()));
        }
        if (answer.getQrCode() == null || !payment.outTradeNo().equals(answer.getOutTradeNo())) {
            throw new TransientFailure(
                    VendorHttp.MALFORMED,
                    "Alipay's answer is not about payment %s; it is asked again."
                            .formatted(payment.outTradeNo()));
        }
        return Outcome.done(requested(payment, null, answer.getQrCode(), state, task));
    }

    private static PaymentRequested requested(
            LivePayment payment,
            @Nullable String link,
            @Nullable String qr,
            State state,
            Task task) {
        return new PaymentRequested(
                payment.outTradeNo(),
                LiveWords.payment(task, payment),
                payment.total(),
                payment.lines(),
                link,
                qr,
                state == State.PAID ? PaymentState.State.PAID : PaymentState.State.WAITING,
                LiveWords.payThere(task, qr != null),
                World.at(payment.payBy()));
    }

    @Override
    public Reconciliation<RequestPayment, PaymentRequested> requestsFoundBy() {
        return this::findRequest;
    }

    /**
     * Nothing is there at Alipay before the person comes to its page, so a link or code that nobody
     * was given can be made again, under the same number. What is there was asked for.
     */
    private Optional<Outcome<PaymentRequested>> findRequest(RequestPayment wish, Task task) {
        AlipayTradeQueryResponse told = platform.query(outTradeNo(task));
        if (!told.isSuccess()) {
            return Optional.empty();
        }
        LivePayment payment = payment(wish, task);
        payments.add(payment, task.planId(), task.now());
        return Optional.of(
                switch (TradeStatus.of(told.getTradeStatus())) {
                    case WAIT_BUYER_PAY -> ask(payment, wish, State.WAITING, task);
                    case TRADE_SUCCESS, TRADE_FINISHED ->
                            Outcome.done(requested(payment, null, null, State.PAID, task));
                    case TRADE_CLOSED -> LiveWords.paymentClosed(task, payment.outTradeNo());
                });
    }

    @Override
    public Outcome<PaymentClosed> close(ClosePayment wish, Task task) {
        return together.run(() -> locked(wish, task));
    }

    /**
     * What nobody opened or scanned yet is not there at Alipay, which closes nothing then: whoever
     * has the link could still pay until it ends. That is said, and noticed if it happens.
     */
    private Outcome<PaymentClosed> locked(ClosePayment wish, Task task) {
        LivePayment payment = payments.lock(wish.captureId(), task.user()).orElse(null);
        if (payment == null) {
            return Words.unknownCapture(task, wish.captureId());
        }
        AlipayTradeCloseResponse answer = platform.close(payment.outTradeNo());
        String sub = String.valueOf(answer.getSubCode());
        if (!answer.isSuccess() && !sub.equals(NOT_THERE)) {
            return closed(payment, task).orElseGet(() -> LiveWords.vendorRefused(task, sub));
        }
        payments.set(payment.outTradeNo(), State.CLOSED, null, null);
        boolean open = !answer.isSuccess() && task.now().isBefore(payment.payBy());
        return Outcome.done(closedNow(payment, open, task));
    }

    @Override
    public Reconciliation<ClosePayment, PaymentClosed> closesFoundBy() {
        return (wish, task) ->
                payments.lock(wish.captureId(), task.user())
                        .flatMap(payment -> closed(payment, task));
    }

    /** What Alipay says has become of it; empty while it can still be paid. */
    private Optional<Outcome<PaymentClosed>> closed(LivePayment payment, Task task) {
        AlipayTradeQueryResponse told = platform.query(payment.outTradeNo());
        if (!told.isSuccess()) {
            return Optional.empty();
        }
        return switch (TradeStatus.of(told.getTradeStatus())) {
            case WAIT_BUYER_PAY -> Optional.empty();
            case TRADE_CLOSED -> {
                payments.set(payment.outTradeNo(), State.CLOSED, null, null);
                yield Optional.of(Outcome.done(closedNow(payment, false, task)));
            }
            case TRADE_SUCCESS, TRADE_FINISHED -> Optional.of(LiveWords.alreadyPaid(task, payment));
        };
    }

    private static PaymentClosed closedNow(LivePayment payment, boolean open, Task task) {
        return new PaymentClosed(
                payment.outTradeNo(),
                open ? LiveWords.unopened(task, payment) : LiveWords.closed(task),
                World.at(task.now()));
    }
}
