package errand.fliggy.travel;

import errand.agent.Outcome;
import errand.agent.Task;

/** Finds flights. */
public interface FlightCatalogue {

    /**
     * Flights of a day with enough seats, the cheapest first unless said otherwise. Refused: {@code
     * UNKNOWN_CITY}, {@code SAME_CITY}, {@code UNKNOWN_AIRLINE}, {@code DATE_PASSED}, {@code
     * DATE_TOO_FAR}.
     */
    Outcome<FlightOffers> search(FlightSearch wish, Task task);
}
