package errand.amap.rides;

import errand.agent.Describe;
import errand.agent.Money;
import java.time.OffsetDateTime;

/** A car that will come. */
public record RideOrdered(
        @Describe("What ride.cancel takes") String bookingId,
        @Describe("The quote it was made from") String quoteId,
        @Describe("What is ordered, in one line") String title,
        @Describe("What it costs, fixed") Money total,
        @Describe("When it was ordered") OffsetDateTime bookedAt,
        @Describe("When the car comes") OffsetDateTime pickUpAt,
        @Describe("Where it comes to") String from,
        @Describe("Where it goes") String to,
        @Describe("What kind of car") CarClass car,
        @Describe("Who drives (司机); see note") String driver,
        @Describe("Number plate (车牌); see note") String plate,
        @Describe("Cancellation terms") String cancellation,
        @Describe("Says in words that driver and plate are made up where they are") String note) {}
