package errand.amap.meals;

import errand.agent.Outcome;
import errand.agent.Task;
import errand.agent.reservation.Quoted;
import errand.agent.reservation.Reservations;

/** Set meals for groups at tables that run out: searched, quoted, held, booked and cancelled. */
public interface Meals extends Reservations {

    /**
     * Restaurants with tables enough, cheapest first; none is an answer. Refused: {@code
     * UNKNOWN_CITY}, {@code DATE_PASSED}, {@code DATE_TOO_FAR}, {@code BAD_QUANTITY}.
     */
    Outcome<MealOffers> search(MealSearch wish, Task task);

    /**
     * A binding price for an offer. Refused: {@code UNKNOWN_OFFER}, {@code SOLD_OUT}, {@code
     * DEPARTED} after tables are given out for the day.
     */
    Outcome<Quoted> quote(QuoteMeal wish, Task task);
}
