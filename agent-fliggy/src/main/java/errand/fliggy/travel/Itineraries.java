package errand.fliggy.travel;

import errand.agent.Outcome;
import errand.agent.Task;

/** What a person has booked, of every kind. */
public interface Itineraries {

    /**
     * Bookings that stand and touch the period, by time, and what does not fit together. Refused:
     * {@code BAD_PERIOD}.
     */
    Outcome<Itinerary> of(ItineraryOf wish, Task task);
}
