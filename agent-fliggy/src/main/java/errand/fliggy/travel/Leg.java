package errand.fliggy.travel;

import errand.agent.Describe;
import errand.agent.Money;
import java.time.OffsetDateTime;
import java.util.Comparator;

/** One booking of a trip. */
public record Leg(
        @Describe("The booking") String bookingId,
        @Describe("TRAIN, FLIGHT, HOTEL or ATTRACTION") Kind kind,
        @Describe("What is booked, in one line") String title,
        @Describe("When it begins: departure, arrival at the hotel, admission")
                OffsetDateTime begins,
        @Describe("When it ends: arrival, leaving the hotel, end of admission") OffsetDateTime ends,
        @Describe("City it begins in") String fromCity,
        @Describe("City it ends in") String toCity,
        @Describe("What it cost") Money total,
        @Describe("Cancellation terms") String cancellation) {

    /** In the order of a trip. */
    public static final Comparator<Leg> BY_TIME =
            Comparator.comparing(Leg::begins)
                    .thenComparing(Leg::ends)
                    .thenComparing(Leg::bookingId);

    /** What a booking is of. */
    public enum Kind {
        TRAIN,
        FLIGHT,
        HOTEL,
        ATTRACTION;

        /** Whether it takes the person from one city to another. */
        public boolean moves() {
            return this == TRAIN || this == FLIGHT;
        }
    }
}
