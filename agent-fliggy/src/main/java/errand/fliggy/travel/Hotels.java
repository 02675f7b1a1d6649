package errand.fliggy.travel;

import errand.agent.Outcome;
import errand.agent.Task;
import errand.agent.reservation.Quoted;
import errand.agent.reservation.Reservations;

/** Hotel rooms: searched, quoted, held, booked and cancelled. */
public interface Hotels extends HotelCatalogue, Reservations {

    /**
     * A binding price for an offer. Refused: {@code UNKNOWN_OFFER}, {@code SOLD_OUT}, {@code
     * DEPARTED}.
     */
    Outcome<Quoted> quote(HotelQuote wish, Task task);
}
