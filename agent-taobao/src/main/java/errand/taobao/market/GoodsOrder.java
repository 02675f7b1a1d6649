package errand.taobao.market;

import errand.agent.Describe;
import errand.agent.Money;
import errand.agent.Quote.Line;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;

/** An order. */
public record GoodsOrder(
        @Describe("What order.cancel, order.return and order.track take") String orderId,
        @Describe("The quote it was made from") String quoteId,
        @Describe("Shop") String seller,
        @Describe("What is ordered, in one line") String title,
        @Describe("What it costs") Money total,
        @Describe("When it arrives") LocalDate deliverBy,
        @Describe("When it was ordered") OffsetDateTime orderedAt,
        @Describe("Cancellation terms") String cancellation,
        @Describe("What the total is made of") List<Line> lines,
        @Describe("What was ordered") List<GoodsLine> items,
        @Describe("Where it goes; empty when that was not said") String deliverTo,
        @Describe("Reference of a picture") String image) {

    public GoodsOrder {
        lines = List.copyOf(lines);
        items = List.copyOf(items);
    }
}
