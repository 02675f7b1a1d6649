package errand.taobao.market;

import errand.agent.Describe;
import errand.agent.Money;
import java.time.OffsetDateTime;
import java.util.List;

/** What giving an order back costs and brings at this moment. */
public record RefundQuote(
        @Describe("The order") String orderId,
        @Describe("What is in it, in one line") String title,
        @Describe("CANCEL before delivery: call order.cancel; RETURN after it: call order.return")
                Way way,
        @Describe("What would go back") List<GoodsLine> lines,
        @Describe("What was paid for the order") Money paid,
        @Describe("What would be kept back") Money fee,
        @Describe("What would be given back") Money refund,
        @Describe("Until when this is so") OffsetDateTime until,
        @Describe("Why, in a sentence") String why) {

    public RefundQuote {
        lines = List.copyOf(lines);
    }

    /** How it is given back. */
    public enum Way {
        CANCEL,
        RETURN
    }
}
