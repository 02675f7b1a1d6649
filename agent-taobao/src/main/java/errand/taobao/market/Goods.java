package errand.taobao.market;

import errand.agent.Outcome;
import errand.agent.Task;

/** Goods of many sellers, to look at. */
public interface Goods {

    /**
     * What fits, cheapest first by what is paid in the end unless sorted otherwise; nothing that
     * fits is no refusal. Prices said in the text count like the filters.
     */
    Outcome<GoodsOffers> search(GoodsSearch wish, Task task);

    /** One good closely. Refused: {@code UNKNOWN_SKU}. */
    Outcome<GoodsDetail> detail(DetailOf wish, Task task);
}
