package errand.taobao.market;

import errand.agent.Outcome;
import errand.agent.Task;
import errand.agent.reservation.Quoted;

/**
 * Goods of many sellers: searched, quoted, ordered and cancelled.
 *
 * <p>Promises of every adapter: ordering or cancelling twice under one task id gives the same
 * answer and happens once; of many who want the last piece exactly one gets it; the price is the
 * quote's or nothing; a refusal changes nothing (a new quote apart).
 */
public interface Marketplace {

    /** What fits, cheapest first by what is paid in the end; nothing that fits is no refusal. */
    Outcome<GoodsOffers> search(GoodsSearch wish, Task task);

    /**
     * A binding price for goods of one seller. Refused: {@code UNKNOWN_SKU}, {@code NO_LINES},
     * {@code BAD_QUANTITY}, {@code MIXED_SELLERS}, {@code SOLD_OUT}.
     */
    Outcome<Quoted> quote(GoodsQuote wish, Task task);

    /**
     * Orders what was quoted, at that price; the task's terms must show the quote. Refused: {@code
     * UNKNOWN_QUOTE}, {@code QUOTE_EXPIRED}, {@code NOT_AGREED}, {@code SOLD_OUT}, {@code
     * PRICE_CHANGED} with a new quote in {@code details.quote}.
     */
    Outcome<GoodsOrder> order(OrderGoods wish, Task task);

    /** Refused: {@code UNKNOWN_BOOKING}, {@code TOO_LATE}. */
    Outcome<OrderCancelled> cancel(CancelOrder wish, Task task);
}
