package agents.sampleshop.sessions;

import errand.agent.Outcome;
import errand.agent.Task;
import errand.agent.reservation.Quoted;
import errand.agent.reservation.Reservations;

/**
 * Sessions that people take part in. What every adapter promises of holds and bookings stands at
 * {@link Reservations}.
 */
public interface Sessions extends Reservations {

    /**
     * The sessions of a day with enough places, the cheapest first; none is an empty list. Refused:
     * {@code DATE_PASSED}, {@code DATE_TOO_FAR}, {@code BAD_QUANTITY}.
     */
    Outcome<SessionOffers> search(SessionSearch wish, Task task);

    /**
     * A binding price for places in one session. Refused: {@code UNKNOWN_OFFER}, {@code
     * BAD_QUANTITY}, {@code SOLD_OUT} (details say how many are left), {@code DEPARTED}.
     */
    Outcome<Quoted> quote(SessionQuote wish, Task task);
}
