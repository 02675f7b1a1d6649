package errand.taobao.market;

import errand.agent.Describe;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where an order is. */
public record Tracking(
        @Describe("The order") String orderId,
        @Describe("What is in it, in one line") String title,
        @Describe("How far it is") OrderState state,
        @Describe("The carrier's number (运单号); absent until it is sent")
                @Nullable String trackingNo,
        @Describe("What has happened, latest last") List<Event> events,
        @Describe("When it arrives or arrived") LocalDate deliverBy) {

    public Tracking {
        events = List.copyOf(events);
    }

    /** A step on its way. */
    public record Event(
            @Describe("The state it brought") OrderState state,
            @Describe("When") OffsetDateTime at,
            @Describe("In words") String text) {}
}
