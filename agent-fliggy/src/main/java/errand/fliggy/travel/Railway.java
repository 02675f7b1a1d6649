package errand.fliggy.travel;

import errand.agent.Outcome;
import errand.agent.Task;
import errand.agent.reservation.Quoted;
import errand.agent.reservation.Reservations;

/** Trains between large cities: seats that are searched, quoted, held, booked and cancelled. */
public interface Railway extends Reservations {

    /**
     * Trains of a day with enough seats, by departure. Refused: {@code UNKNOWN_CITY}, {@code
     * SAME_CITY}, {@code DATE_PASSED}, {@code DATE_TOO_FAR}.
     */
    Outcome<TrainOffers> search(TrainSearch wish, Task task);

    /**
     * A binding price for an offer. Refused: {@code UNKNOWN_OFFER}, {@code SOLD_OUT}, {@code
     * DEPARTED}.
     */
    Outcome<Quoted> quote(TrainQuote wish, Task task);
}
