package errand.flash.delivery;

import errand.agent.Describe;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What went wrong with an order. */
public record ClaimWish(
        @Describe("The order, from order.commit or orders.list") String orderId,
        @Describe("LATE (超时), MISSING (缺货少送) or SPILLED (洒漏)") Reason reason,
        @Describe("For MISSING and SPILLED: which lines of order.track, and how many of each")
                @Nullable List<Line> lines) {

    /** Why money is asked back. */
    public enum Reason {
        /** It comes or came later than promised (超时). */
        LATE,
        /** Something was not in the bag (缺货, 少送). */
        MISSING,
        /** Something was spilled or spoilt (洒漏). */
        SPILLED
    }

    /** So many of a line. */
    public record Line(
            @Describe("From order.track") String itemId, @Describe("At least 1") int quantity) {}
}
