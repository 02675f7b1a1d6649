package errand.alipay.wallet;

import errand.agent.Outcome;
import errand.agent.Reconciliation;
import errand.agent.Task;

/**
 * Payments that the person makes on Alipay's own page: the agent asks for one and hands over the
 * link or the text of a QR code; whether it was paid is told by {@link Trades#query}.
 *
 * <p>Promises of every adapter: one task makes one payment, with one answer; payee and amount are
 * those the person saw ({@link Task#terms}).
 */
public interface Cashier {

    /**
     * Refused: {@code NOT_AGREED}, {@code DUPLICATE_LINE}, {@code NOTHING_TO_PAY}, {@code
     * CURRENCY_NOT_SUPPORTED}, {@code PAYEE_NOT_SERVED} for a payee whose money this account does
     * not collect.
     */
    Outcome<PaymentRequested> request(RequestPayment wish, Task task);

    /** How to find out whether asking has happened. */
    Reconciliation<RequestPayment, PaymentRequested> requestsFoundBy();

    /** Nobody can pay it any more. Refused: {@code UNKNOWN_CAPTURE}, {@code ALREADY_PAID}. */
    Outcome<PaymentClosed> close(ClosePayment wish, Task task);

    /** How to find out whether closing has happened. */
    Reconciliation<ClosePayment, PaymentClosed> closesFoundBy();
}
