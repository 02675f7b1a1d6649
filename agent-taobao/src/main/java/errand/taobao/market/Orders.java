package errand.taobao.market;

import errand.agent.Outcome;
import errand.agent.Task;

/**
 * Orders of the person.
 *
 * <p>Promises of every adapter: placing, cancelling or returning twice under one task id gives the
 * same answer and happens once; of many who want the last piece exactly one gets it; the price is
 * the quote's or nothing; nobody gets back more than they paid; a refusal changes nothing (a new
 * quote apart).
 */
public interface Orders {

    /**
     * Orders what was quoted, at that price; the task's terms must show the quote. Refused: {@code
     * UNKNOWN_QUOTE}, {@code QUOTE_EXPIRED}, {@code NOT_AGREED}, {@code SOLD_OUT}, {@code
     * PRICE_CHANGED} with a new quote in {@code details.quote}.
     */
    Outcome<GoodsOrder> place(OrderGoods wish, Task task);

    /**
     * Gives back what has not been delivered. Refused: {@code UNKNOWN_ORDER}, {@code DELIVERED}
     * (says until when it can be returned), {@code ALREADY_RETURNED}.
     */
    Outcome<OrderCancelled> cancel(CancelOrder wish, Task task);

    /**
     * The same, and after delivery, until the window for returns ends, too. Refused: {@code
     * UNKNOWN_BOOKING}, {@code TOO_LATE}, {@code ALREADY_RETURNED}.
     */
    Outcome<OrderCancelled> takeBack(CancelOrder wish, Task task);

    /**
     * Sends back what was delivered, or a part of it. Refused: {@code UNKNOWN_ORDER}, {@code
     * NOT_DELIVERED}, {@code TOO_LATE}, {@code ALREADY_CANCELLED}, {@code ALREADY_RETURNED}, {@code
     * UNKNOWN_SKU}, {@code BAD_QUANTITY}.
     */
    Outcome<OrderReturned> giveBack(ReturnOrder wish, Task task);

    /** What cancelling or returning would bring now. Refused as these two are. */
    Outcome<RefundQuote> quoteRefund(QuoteRefund wish, Task task);

    /** The person's own orders, latest first. */
    Outcome<OrderHistory> list(ListOrders wish, Task task);

    /** Where an order is. Refused: {@code UNKNOWN_ORDER}. */
    Outcome<Tracking> track(TrackOrder wish, Task task);
}
