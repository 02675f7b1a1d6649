package errand.alipay.wallet;

import errand.agent.Outcome;
import errand.agent.Task;

/**
 * Money to people. Who gets it is settled when it is quoted; sending takes the quote and nothing
 * else.
 *
 * <p>Promises of every adapter: a quote is sent once, under one task id with one answer; payee and
 * amount are those the person saw; what is sent in a day never exceeds the limit, however many send
 * at once.
 */
public interface Transfers {

    /**
     * Refused: {@code PAYEE_UNKNOWN} and {@code PAYEE_AMBIGUOUS} with candidates in the details,
     * {@code DAILY_LIMIT}, {@code METHOD_NOT_ALLOWED}, {@code CURRENCY_NOT_SUPPORTED}, {@code
     * SAME_ACCOUNT}, and as a method refuses ({@link Wallet}).
     */
    Outcome<TransferQuote> quote(QuoteTransfer wish, Task task);

    /**
     * Refused: {@code UNKNOWN_QUOTE}, {@code QUOTE_EXPIRED}, {@code NOT_AGREED}, {@code
     * ALREADY_SENT}, {@code DAILY_LIMIT}, and as a method refuses ({@link Wallet}).
     */
    Outcome<TransferSent> send(SendTransfer wish, Task task);
}
