package errand.amap.rides;

import errand.agent.Describe;
import errand.agent.Quote;
import java.time.OffsetDateTime;
import java.util.List;

/** A binding price for a ride, and what other cars would cost. */
public record RideQuoted(
        @Describe("The price that ride.order takes; lines show a late-night surcharge (夜间服务费)")
                Quote quote,
        @Describe("When the car comes") OffsetDateTime pickUpAt,
        @Describe("When one is there, estimated") OffsetDateTime arriveAt,
        @Describe("Kilometres over the ground, estimated") double km,
        @Describe("Minutes in the car, estimated for that hour") int minutes,
        @Describe("Every kind of car for this ride, cheapest first") List<RideOption> options,
        @Describe("Says in words what is estimated") String note) {}
