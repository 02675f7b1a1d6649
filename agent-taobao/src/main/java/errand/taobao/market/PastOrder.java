package errand.taobao.market;

import errand.agent.Describe;
import errand.agent.Money;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An order as the person's history shows it. */
public record PastOrder(
        @Describe("What order.track, order.cancel and order.return take") String orderId,
        @Describe("What is in it, in one line") String title,
        @Describe("How far it is") OrderState state,
        @Describe("Shop") String seller,
        @Describe("When it was ordered") OffsetDateTime orderedAt,
        @Describe("What was paid") Money total,
        @Describe("What was bought; its skuId can be quoted again") List<Item> items,
        @Describe("When it arrives or arrived") LocalDate deliverBy,
        @Describe("Last day for a return; absent when there is none to wait for")
                @Nullable LocalDate returnUntil,
        @Describe("What was given back so far") Money refunded) {

    public PastOrder {
        items = List.copyOf(items);
    }

    /** One thing in it. */
    public record Item(
            @Describe("The good") String skuId,
            @Describe("What it is") String title,
            @Describe("Pieces") int quantity,
            @Describe("Price of one at that time, before discounts") Money unit,
            @Describe("Reference of a picture") String image) {}
}
