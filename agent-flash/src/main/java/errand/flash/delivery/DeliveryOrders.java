package errand.flash.delivery;

import errand.agent.Outcome;
import errand.agent.Task;
import errand.agent.reservation.Held;
import errand.agent.reservation.HoldQuote;
import errand.agent.reservation.ReleaseHold;
import errand.agent.reservation.Released;

/**
 * Orders from shops that deliver: quoted, reserved, ordered, followed, cancelled and complained of.
 *
 * <p>Promises of every adapter: doing anything twice under one task id gives the same answer and
 * happens once; of many who want the last one exactly one gets it; the price is the quote's or
 * nothing; nothing is added to an order that was not asked for; claims of one order never give back
 * more than was paid; a refusal changes nothing (a new quote apart).
 */
public interface DeliveryOrders {

    /**
     * A binding price. Refused: {@code UNKNOWN_SHOP}, {@code UNKNOWN_ITEM}, {@code UNKNOWN_OPTION},
     * {@code NO_LINES}, {@code BAD_QUANTITY}, {@code PLACE_UNKNOWN}, {@code OUT_OF_REACH}, {@code
     * SHOP_CLOSED}, {@code TOO_SOON} and {@code TOO_FAR_AHEAD} (a delivery at a time), {@code
     * SOLD_OUT}, {@code BELOW_MINIMUM} with {@link BelowMinimum}.
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

    /**
     * Free until the shop accepts, half until it is delivered. Refused: {@code UNKNOWN_BOOKING},
     * {@code TOO_LATE}, {@code ALREADY_REFUNDED} (a claim has given money back).
     */
    Outcome<OrderCancelled> cancel(CancelOrder wish, Task task);

    /** Refused: {@code UNKNOWN_BOOKING}. */
    Outcome<OrderTracked> track(TrackOrder wish, Task task);

    /** The person's own alone. Refused: {@code BAD_CURSOR}, {@code BAD_LIMIT}. */
    Outcome<Orders> list(OrdersWish wish, Task task);

    /**
     * Gives money back for what came late, not at all or spilled, once per task. Refused: {@code
     * UNKNOWN_BOOKING}, {@code ORDER_CANCELLED}, {@code NOT_LATE}, {@code NOT_DELIVERED}, {@code
     * CLAIM_TOO_LATE}, {@code UNKNOWN_LINE}, {@code NO_LINES}, {@code BAD_QUANTITY}, {@code
     * ALREADY_CLAIMED} and {@code NOTHING_LEFT}, both with {@link ClaimLeft}.
     */
    Outcome<ClaimGranted> claim(ClaimWish wish, Task task);
}
