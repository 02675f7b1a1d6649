package errand.alipay.sandbox;

import errand.agent.Money;
import errand.agent.Outcome;
import errand.agent.Task;
import errand.alipay.Together;
import errand.alipay.rules.Words;
import errand.alipay.wallet.PaymentState;
import errand.alipay.wallet.PaymentState.State;
import errand.alipay.wallet.QueryPayment;
import errand.alipay.wallet.Refund;
import errand.alipay.wallet.Refunded;
import errand.alipay.wallet.Trades;
import errand.runtime.sandbox.World;

/** Payments of the sandbox; each operation in one transaction, the caller's when there is one. */
public final class SandboxTrades implements Trades {

    private final Together together;
    private final Payments payments;
    private final Authorisations authorisations;
    private final Refunding refunding;

    SandboxTrades(
            Together together,
            Payments payments,
            Authorisations authorisations,
            Refunding refunding) {
        this.together = together;
        this.payments = payments;
        this.authorisations = authorisations;
        this.refunding = refunding;
    }

    @Override
    public Outcome<PaymentState> query(QueryPayment wish, Task task) {
        return together.run(
                () -> {
                    Payment payment = payments.find(wish.captureId(), task.user()).orElse(null);
                    return payment == null
                            ? Words.unknownCapture(task, wish.captureId())
                            : Outcome.done(state(payment, task));
                });
    }

    @Override
    public Outcome<Refunded> refund(Refund wish, Task task) {
        return together.run(() -> refunding.refund(wish, task));
    }

    private PaymentState state(Payment payment, Task task) {
        Money refunded = payment.refunded();
        State state = State.PAID;
        if (refunded.amount() > 0) {
            state = payment.left().amount() > 0 ? State.PARTLY_REFUNDED : State.REFUNDED;
        }
        return new PaymentState(
                payment.captureId(),
                Titles.paid(task, authorisations.paid(payment.authorisationId()), payment.total()),
                state,
                payment.total(),
                refunded,
                World.at(payment.capturedAt()),
                null);
    }
}
