package errand.alipay.wallet;

import errand.agent.Outcome;
import errand.agent.Task;

/**
 * A person's money: what is there, what is reserved, what is paid.
 *
 * <p>Promises of every adapter:
 *
 * <ul>
 *   <li>Doing anything twice under one task id moves money once and gives the same answer.
 *   <li>A wallet never goes below zero, however many reserve at once.
 *   <li>Payee and amount are those the person saw ({@link Task#terms}), else {@code NOT_AGREED}.
 *   <li>What is captured never exceeds what was authorised, line by line; a quote is paid once.
 * </ul>
 */
public interface Wallet {

    Outcome<Balance> balance(ReadBalance wish, Task task);

    /**
     * Reserves the sum of the lines. Refused: {@code NOT_AGREED}, {@code BALANCE_TOO_LOW} with
     * balance and missing amount in the details, {@code ALREADY_PAID}, {@code DUPLICATE_LINE},
     * {@code CURRENCY_NOT_SUPPORTED}.
     */
    Outcome<Authorised> authorise(Authorise wish, Task task);

    /**
     * Pays the named lines and gives the rest back; an authorisation is captured at most once.
     * Refused: {@code UNKNOWN_AUTHORISATION}, {@code NOT_AUTHORISED} (a quote it does not hold),
     * {@code AUTHORISATION_CLOSED}, {@code NOT_AGREED}.
     */
    Outcome<Captured> capture(Capture wish, Task task);

    /**
     * Gives back what is still reserved; nothing left to give back is no fault. Refused: {@code
     * UNKNOWN_AUTHORISATION}.
     */
    Outcome<Voided> release(VoidPayment wish, Task task);

    /** Gives back a whole capture, once; again says the same. Refused: {@code UNKNOWN_CAPTURE}. */
    Outcome<Refunded> refund(Refund wish, Task task);
}
