package errand.taobao.market;

import errand.agent.Outcome;
import errand.agent.Task;

/** What to buy, and where. */
public interface Advice {

    /**
     * The same thing at all its sellers, ranked by what is paid in the end. Refused: {@code
     * UNKNOWN_SKU}, {@code BAD_QUANTITY}.
     */
    Outcome<GoodsComparison> compare(CompareGoods wish, Task task);

    /**
     * Things one may like. The person's own orders are looked at only when the wish says that they
     * allowed it.
     */
    Outcome<Recommendations> recommend(RecommendGoods wish, Task task);
}
