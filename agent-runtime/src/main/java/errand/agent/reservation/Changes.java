package errand.agent.reservation;

import errand.agent.Outcome;
import errand.agent.Task;

/**
 * Bookings that can become others of their kind (改签).
 *
 * <p>Promises of every adapter: the new one is booked, the old one given back and both put on
 * record together or not at all; doing it twice under one task id happens once; over the life of a
 * booking, through any number of changes and a cancellation, never more is given back than was
 * paid.
 */
public interface Changes {

    /**
     * What a change costs now. Refused: {@code UNKNOWN_BOOKING}, {@code BOOKING_CANCELLED}, {@code
     * ALREADY_CHANGED}, {@code UNKNOWN_OFFER}, {@code SAME_OFFER}, {@code SOLD_OUT}, {@code
     * DEPARTED}, {@code NOT_CHANGEABLE} (with the rule that forbids it).
     */
    Outcome<ChangeQuoted> quoteChange(QuoteChange wish, Task task);

    /**
     * Changes at the agreed quote. The task's terms must show that quote, else {@code NOT_AGREED};
     * when price, fee or refund have moved since: {@code PRICE_CHANGED} with a new quote in {@code
     * details}. Refused besides as {@link #quoteChange}, and {@code UNKNOWN_QUOTE}, {@code
     * QUOTE_EXPIRED}.
     */
    Outcome<Changed> change(ChangeBooking wish, Task task);
}
