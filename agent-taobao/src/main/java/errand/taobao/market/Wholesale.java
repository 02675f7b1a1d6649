package errand.taobao.market;

import errand.agent.Outcome;
import errand.agent.Task;
import errand.agent.reservation.Quoted;

/** Goods in quantity, at prices by quantity. */
public interface Wholesale {

    /** Refused: {@code BAD_QUANTITY}. */
    Outcome<WholesaleOffers> search(WholesaleSearch wish, Task task);

    /** As {@link Cart#quote}, of one factory. Refused besides: {@code NOT_WHOLESALE}. */
    Outcome<Quoted> quote(GoodsQuote wish, Task task);
}
