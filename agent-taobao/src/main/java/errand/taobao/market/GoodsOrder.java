package errand.taobao.market;

import errand.agent.Describe;
import errand.agent.Money;
import java.time.LocalDate;
import java.time.OffsetDateTime;

/** An order. */
public record GoodsOrder(
        @Describe("What goods.cancel takes") String orderId,
        @Describe("The quote it was made from") String quoteId,
        @Describe("Shop") String seller,
        @Describe("What is ordered, in one line") String title,
        @Describe("What it costs") Money total,
        @Describe("When it arrives") LocalDate deliverBy,
        @Describe("When it was ordered") OffsetDateTime orderedAt,
        @Describe("Cancellation terms") String cancellation) {}
