package errand.alipay.wallet;

import errand.agent.Outcome;
import errand.agent.Task;

/**
 * A person's money: what is there, what is reserved, what is paid, and with what.
 *
 * <p>Promises of every adapter:
 *
 * <ul>
 *   <li>Doing anything twice under one task id moves money once and gives the same answer.
 *   <li>No method goes below what it may, however many reserve at once.
 *   <li>Payee and amount are those the person saw ({@link Task#terms}), else {@code NOT_AGREED}.
 *   <li>What is captured never exceeds what was authorised, line by line; a quote is paid once.
 *   <li>A red packet serves one payment; it is free again when nothing of that payment stands.
 * </ul>
 *
 * <p>A method that cannot pay is refused with a {@link Shortfall} in the details: {@code
 * BALANCE_TOO_LOW}, {@code METHOD_LIMIT}, {@code METHOD_DISABLED}. A red packet that does not fit:
 * {@code RED_PACKET_UNUSABLE} with those that do.
 */
public interface Wallet {

    Outcome<Balance> balance(ReadBalance wish, Task task);

    Outcome<Methods> methods(ListMethods wish, Task task);

    Outcome<RedPackets> redPackets(ListRedPackets wish, Task task);

    /** Refused: {@code BAD_PERIOD}, {@code BAD_CURSOR}, {@code BAD_LIMIT}. */
    Outcome<Statement> statement(ReadStatement wish, Task task);

    /**
     * How the lines would be paid, binding for some minutes. Refused as authorising is, but for
     * what needs terms.
     */
    Outcome<PaymentQuote> quote(QuotePayment wish, Task task);

    /**
     * Reserves the sum of the lines. Refused: {@code NOT_AGREED}, {@code ALREADY_PAID}, {@code
     * DUPLICATE_LINE}, {@code CURRENCY_NOT_SUPPORTED}, {@code UNKNOWN_PAYMENT_QUOTE}, {@code
     * QUOTE_EXPIRED}, {@code PAYMENT_QUOTE_DIFFERS}, and as the method or red packet refuses.
     */
    Outcome<Authorised> authorise(Authorise wish, Task task);

    /**
     * Pays the named lines and gives the rest back; an authorisation is captured at most once.
     * Refused: {@code UNKNOWN_AUTHORISATION}, {@code NOT_AUTHORISED} (a quote it does not hold),
     * {@code AUTHORISATION_CLOSED}, {@code NOT_AGREED}, {@code NOTHING_TO_PAY}.
     */
    Outcome<Captured> capture(Capture wish, Task task);

    /**
     * Gives back what is still reserved; nothing left to give back is no fault. Refused: {@code
     * UNKNOWN_AUTHORISATION}.
     */
    Outcome<Voided> release(VoidPayment wish, Task task);
}
