package errand.amap.dining;

import errand.agent.Outcome;
import errand.agent.Task;
import errand.agent.reservation.Booked;
import errand.agent.reservation.CancelBooking;
import errand.agent.reservation.Cancelled;
import errand.agent.reservation.Held;
import errand.agent.reservation.HoldQuote;
import errand.agent.reservation.Quoted;
import errand.agent.reservation.ReleaseHold;
import errand.agent.reservation.Released;

/**
 * Ordinary tables of restaurants, which run out: searched, quoted, held, reserved and cancelled as
 * {@link errand.agent.reservation.Reservations} promises. What is quoted is the deposit, which may
 * be nothing.
 */
public interface Dining {

    /** The largest table; more people are a group ({@code meal.search}). */
    int MOST_PEOPLE = 8;

    /**
     * A table of each house that has one near the wished time; none is an answer. Refused: {@code
     * UNKNOWN_CITY}, {@code ADDRESS_NOT_FOUND} for near, {@code DATE_PASSED}, {@code DATE_TOO_FAR},
     * {@code BAD_QUANTITY}, {@code TOO_MANY_PEOPLE}.
     */
    Outcome<DiningOffers> search(DiningSearch wish, Task task);

    /**
     * The binding deposit for a table. Refused: {@code UNKNOWN_OFFER}, {@code BAD_QUANTITY}, {@code
     * TOO_MANY_PEOPLE}, {@code SOLD_OUT}, {@code DEPARTED} half an hour before the time.
     */
    Outcome<Quoted> quote(QuoteTable wish, Task task);

    /** As {@link errand.agent.reservation.Reservations#hold}. */
    Outcome<Held> hold(HoldQuote wish, Task task);

    /** As {@link errand.agent.reservation.Reservations#release}. */
    Outcome<Released> release(ReleaseHold wish, Task task);

    /**
     * Turns the hold into a reservation; without a hold, takes the table at once or not at all.
     * Refused as {@link errand.agent.reservation.Reservations#hold} and {@code book} are.
     */
    Outcome<Booked> reserve(ReserveTable wish, Task task);

    /** As {@link errand.agent.reservation.Reservations#cancel}; fees are {@link DiningFees}. */
    Outcome<Cancelled> cancel(CancelBooking wish, Task task);
}
