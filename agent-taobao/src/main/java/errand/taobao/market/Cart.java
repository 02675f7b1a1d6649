package errand.taobao.market;

import errand.agent.Outcome;
import errand.agent.Task;
import errand.agent.reservation.Quoted;

/** Binding prices. A quote that was given is orderable until it expires. */
public interface Cart {

    /**
     * A binding price for goods of one seller. Refused: {@code UNKNOWN_SKU}, {@code NO_LINES},
     * {@code BAD_QUANTITY}, {@code BELOW_MINIMUM}, {@code MIXED_SELLERS}, {@code SOLD_OUT}.
     */
    Outcome<Quoted> quote(GoodsQuote wish, Task task);

    /**
     * A binding price per seller for goods of any sellers: all of them or a refusal, never a part.
     * Refused as {@link #quote}, without {@code MIXED_SELLERS}.
     */
    Outcome<CartQuotes> quoteAll(CartQuote wish, Task task);
}
