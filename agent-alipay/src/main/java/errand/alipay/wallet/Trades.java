package errand.alipay.wallet;

import errand.agent.Outcome;
import errand.agent.Reconciliation;
import errand.agent.Task;
import org.jspecify.annotations.Nullable;

/**
 * Payments that were made: how they stand, and giving back.
 *
 * <p>Promises of every adapter:
 *
 * <ul>
 *   <li>All refunds of a payment together never exceed what was paid, however many ask at once.
 *   <li>A refund under one task id happens once and gives the same answer.
 *   <li>Only the person who paid sees or refunds a payment.
 * </ul>
 */
public interface Trades {

    /** Refused: {@code UNKNOWN_CAPTURE}. */
    Outcome<PaymentState> query(QueryPayment wish, Task task);

    /**
     * Gives back what is asked, or all that is left. Refused: {@code UNKNOWN_CAPTURE}, {@code
     * REFUND_TOO_MUCH} and {@code SAY_WHICH_QUOTE} with what is left in the details, {@code
     * NOT_PAID}, {@code CURRENCY_NOT_SUPPORTED}. All of what has been given back wholly: the answer
     * of the refund that ended it.
     */
    Outcome<Refunded> refund(Refund wish, Task task);

    /** For adapters whose refunds no transaction of the agent holds, else null. */
    default @Nullable Reconciliation<Refund, Refunded> foundBy() {
        return null;
    }
}
