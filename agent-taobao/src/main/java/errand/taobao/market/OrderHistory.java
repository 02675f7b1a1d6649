package errand.taobao.market;

import errand.agent.Describe;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Orders of the person. */
public record OrderHistory(
        @Describe("Latest first, 20 at most") List<PastOrder> orders,
        @Describe("How many there are in all") int found,
        @Describe("Page to ask for next; absent on the last one") @Nullable Integer nextPage) {

    public OrderHistory {
        orders = List.copyOf(orders);
    }
}
