package errand.flash.delivery;

import errand.agent.Describe;
import errand.agent.Money;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An order as it is now. */
public record OrderTracked(
        @Describe("The order") String orderId,
        @Describe("How far it is") OrderState state,
        @Describe("The same in the person's language, with the time that matters") String status,
        @Describe("Its shop") String shopId,
        @Describe("Name of the shop") String shop,
        @Describe("What is ordered, in one line") String title,
        @Describe("What it is made of; what order.claim takes") List<Line> lines,
        @Describe("What it cost") Money total,
        @Describe("Address it goes to") String deliverTo,
        @Describe("When it was ordered") OffsetDateTime orderedAt,
        @Describe("When it was promised at the door (承诺送达)") OffsetDateTime promisedAt,
        @Describe("When it was brought (实际送达); missing until then")
                @Nullable OffsetDateTime deliveredAt,
        @Describe("Minutes after the promise, so far or at the door; 0 when in time")
                int lateMinutes,
        @Describe("What all claims gave back together") Money refunded,
        @Describe("A picture, as a data URI") String image) {

    /** One line of an order. */
    public record Line(
            @Describe("What order.claim takes") String itemId,
            @Describe("What it is, with what was chosen") String title,
            @Describe("How many") int quantity,
            @Describe("For one") Money unit,
            @Describe("quantity × unit") Money amount) {}
}
