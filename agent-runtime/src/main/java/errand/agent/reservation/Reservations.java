package errand.agent.reservation;

import errand.agent.Outcome;
import errand.agent.Task;

/**
 * What can be kept for a person for a while, and then for good.
 *
 * <p>Promises of every adapter:
 *
 * <ul>
 *   <li>Doing anything twice under one task id gives the same answer and happens once.
 *   <li>Nothing is ever kept beyond what there is: of many who want the last one, exactly one gets
 *       it, the others are refused {@code SOLD_OUT}.
 *   <li>A hold ends by itself when it expires; until then nobody else gets what it keeps.
 *   <li>The price is the quote's or nothing: another price is refused {@code PRICE_CHANGED} with a
 *       new quote in {@code details.quote}.
 *   <li>A refusal changes nothing (a new quote apart).
 * </ul>
 */
public interface Reservations {

    /**
     * Keeps what the quote says until {@link Held#expiresAt}. Refused: {@code UNKNOWN_QUOTE},
     * {@code QUOTE_EXPIRED}, {@code PRICE_CHANGED}, {@code SOLD_OUT}, {@code DEPARTED}.
     */
    Outcome<Held> hold(HoldQuote wish, Task task);

    /**
     * Gives back what a hold keeps; one that has expired or was released before is no fault.
     * Refused: {@code UNKNOWN_HOLD}, {@code ALREADY_BOOKED} (cancel the booking instead).
     */
    Outcome<Released> release(ReleaseHold wish, Task task);

    /**
     * Turns a hold into a booking at the quote's price. The task's terms must show the quote with
     * the same payee and total, else {@code NOT_AGREED}. Refused besides: {@code UNKNOWN_QUOTE},
     * {@code UNKNOWN_HOLD}, {@code HOLD_EXPIRED}, {@code HOLD_RELEASED}, {@code ALREADY_BOOKED}.
     */
    Outcome<Booked> book(BookHold wish, Task task);

    /**
     * Cancels a booking and says the fee and what is given back; cancelling again says the same.
     * Refused: {@code UNKNOWN_BOOKING}, {@code DEPARTED}.
     */
    Outcome<Cancelled> cancel(CancelBooking wish, Task task);
}
