package errand.flash.delivery;

import errand.agent.Describe;
import errand.agent.Money;
import java.time.OffsetDateTime;

/** An order that is on its way. */
public record OrderCommitted(
        @Describe("What order.cancel takes") String orderId,
        @Describe("The quote it was made from") String quoteId,
        @Describe("Shop") String shop,
        @Describe("What is ordered, in one line") String title,
        @Describe("What it costs") Money total,
        @Describe("When it should be at the door") OffsetDateTime etaAt,
        @Describe("When it was ordered") OffsetDateTime orderedAt,
        @Describe("Cancellation terms") String cancellation) {}
