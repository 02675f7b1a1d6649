package errand.taobao.market;

import errand.agent.Describe;
import errand.agent.Money;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;

/** A return and what is given back. */
public record OrderReturned(
        @Describe("The return (退货单号)") String returnId,
        @Describe("The order") String orderId,
        @Describe("What goes back") List<GoodsLine> lines,
        @Describe("Why") ReturnReason reason,
        @Describe("What is kept back for the return shipping") Money fee,
        @Describe("What is given back now") Money refund,
        @Describe("What is given back of this order in all, this return included")
                Money refundedInAll,
        @Describe("Until when it must be sent back") LocalDate sendBackBy,
        @Describe("When it was agreed") OffsetDateTime returnedAt) {

    public OrderReturned {
        lines = List.copyOf(lines);
    }
}
