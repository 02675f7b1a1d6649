package errand.taobao.market;

import errand.agent.Outcome;
import errand.agent.Task;

/** Where a person can buy something by themselves. */
public interface PurchaseLinks {

    /** Orders nothing. Refused: {@code UNKNOWN_SKU}, {@code NO_LINK}. */
    Outcome<PurchaseLink> link(LinkTo wish, Task task);
}
