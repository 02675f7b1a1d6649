package errand.fliggy.travel;

import errand.agent.Outcome;
import errand.agent.Task;
import errand.agent.reservation.Booked;
import errand.agent.reservation.CancelBooking;
import errand.agent.reservation.Cancelled;
import errand.agent.reservation.Quoted;

/** Tickets of attractions, per day and time slot. Nobody keeps them without an order. */
public interface Attractions {

    /**
     * Attractions of a city with enough tickets. Refused: {@code UNKNOWN_CITY}, {@code
     * DATE_PASSED}, {@code DATE_TOO_FAR}.
     */
    Outcome<AttractionOffers> search(AttractionSearch wish, Task task);

    /**
     * A binding price. Refused: {@code UNKNOWN_OFFER}, {@code BAD_QUANTITY}, {@code SOLD_OUT},
     * {@code DEPARTED}.
     */
    Outcome<Quoted> quote(AttractionQuote wish, Task task);

    /**
     * Books at the quote's price; the task's terms must show it, else {@code NOT_AGREED}. Refused
     * besides: {@code UNKNOWN_QUOTE}, {@code QUOTE_EXPIRED}, {@code PRICE_CHANGED}, {@code
     * SOLD_OUT}, {@code DEPARTED}.
     */
    Outcome<Booked> book(BookTickets wish, Task task);

    /** Refused: {@code UNKNOWN_BOOKING}, {@code DEPARTED}. */
    Outcome<Cancelled> cancel(CancelBooking wish, Task task);
}
