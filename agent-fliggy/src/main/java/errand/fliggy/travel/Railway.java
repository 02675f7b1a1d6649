package errand.fliggy.travel;

import errand.agent.Outcome;
import errand.agent.Task;
import errand.agent.reservation.Changes;
import errand.agent.reservation.Quoted;
import errand.agent.reservation.Reservations;

/** Trains between large cities: seats that are searched, quoted, held, booked and cancelled. */
public interface Railway extends TrainCatalogue, Reservations, Changes {

    /**
     * A binding price for an offer. Refused: {@code UNKNOWN_OFFER}, {@code SOLD_OUT}, {@code
     * DEPARTED}.
     */
    Outcome<Quoted> quote(TrainQuote wish, Task task);
}
