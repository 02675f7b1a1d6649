package errand.taobao.market;

import errand.agent.Describe;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What to send back. */
public record ReturnOrder(
        @Describe("A delivered order") String orderId,
        @Describe("Why (退货原因): NO_REASON costs the return shipping, the others do not")
                ReturnReason reason,
        @Describe("Part of the order; all that was not returned yet when not said")
                @Nullable List<GoodsLine> lines) {

    public ReturnOrder {
        lines = lines == null ? null : List.copyOf(lines);
    }
}
