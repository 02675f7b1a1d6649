package errand.fliggy.travel;

import errand.agent.Describe;
import errand.agent.Money;
import java.time.LocalDate;
import java.util.List;

/** A person's bookings of some days, in order. */
public record Itinerary(
        @Describe("First day") LocalDate from,
        @Describe("Last day") LocalDate to,
        @Describe("Bookings that touch these days, by time") List<Leg> legs,
        @Describe("What does not fit together; empty when all does") List<Conflict> conflicts,
        @Describe("What all of them cost") Money total) {

    public Itinerary {
        legs = List.copyOf(legs);
        conflicts = List.copyOf(conflicts);
    }
}
