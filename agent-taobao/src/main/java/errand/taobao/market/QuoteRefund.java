package errand.taobao.market;

import errand.agent.Describe;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What giving an order back would bring. */
public record QuoteRefund(
        @Describe("From order.place, goods.order or orders.list") String orderId,
        @Describe("Part of it, only after delivery; all when not said")
                @Nullable List<GoodsLine> lines,
        @Describe("Why; NO_REASON when not said") @Nullable ReturnReason reason) {

    public QuoteRefund {
        lines = lines == null ? null : List.copyOf(lines);
    }
}
