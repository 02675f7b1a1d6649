package errand.flash.delivery;

import errand.agent.Outcome;
import errand.agent.Task;
import errand.agent.reservation.Held;
import errand.agent.reservation.HoldQuote;
import errand.agent.reservation.ReleaseHold;
import errand.agent.reservation.Released;

/**
 * Shops that deliver within the hour: searched, quoted, reserved, ordered and cancelled.
 *
 * <p>Promises of every adapter: doing anything twice under one task id gives the same answer and
 * happens once; of many who want the last one exactly one gets it; the price is the quote's or
 * nothing; nothing is added to an order that was not asked for; a refusal changes nothing (a new
 * quote apart).
 */
public interface DeliveryShops {

    /**
     * Open shops that sell it; none is no refusal but has a note. Refused: {@code PLACE_UNKNOWN}.
     */
    Outcome<ShopOffers> search(ShopSearch wish, Task task);

    /**
     * A binding price. Refused: {@code UNKNOWN_SHOP}, {@code UNKNOWN_ITEM}, {@code NO_LINES},
     * {@code BAD_QUANTITY}, {@code PLACE_UNKNOWN}, {@code OUT_OF_REACH}, {@code SHOP_CLOSED},
     * {@code SOLD_OUT}, {@code BELOW_MINIMUM} with {@link BelowMinimum}.
     */
    Outcome<OrderQuoted> quote(OrderQuote wish, Task task);

    /**
     * Keeps the items until {@link Held#expiresAt}. Refused: {@code UNKNOWN_QUOTE}, {@code
     * QUOTE_EXPIRED}, {@code PRICE_CHANGED} with a new quote in {@code details.quote}, {@code
     * SOLD_OUT}, {@code SHOP_CLOSED}.
     */
    Outcome<Held> reserve(HoldQuote wish, Task task);

    /** Refused: {@code UNKNOWN_HOLD}, {@code ALREADY_BOOKED} (cancel the order instead). */
    Outcome<Released> release(ReleaseHold wish, Task task);

    /**
     * Turns a hold into an order; the task's terms must show the quote. Refused: {@code
     * UNKNOWN_QUOTE}, {@code UNKNOWN_HOLD}, {@code NOT_AGREED}, {@code HOLD_EXPIRED}, {@code
     * HOLD_RELEASED}, {@code ALREADY_BOOKED}.
     */
    Outcome<OrderCommitted> commit(CommitOrder wish, Task task);

    /** Refused: {@code UNKNOWN_BOOKING}, {@code TOO_LATE}. */
    Outcome<OrderCancelled> cancel(CancelOrder wish, Task task);
}
