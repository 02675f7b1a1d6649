package errand.amap.rides;

import errand.agent.Outcome;
import errand.agent.Task;
import errand.agent.reservation.CancelBooking;
import errand.agent.reservation.Cancelled;

/**
 * Cars that come at a time for a fixed price: quoted, ordered, cancelled. There are only so many in
 * an area and hour; of many who want the last one exactly one gets it.
 */
public interface Rides {

    /**
     * A binding price. Refused: {@code UNKNOWN_CITY}, {@code ADDRESS_NOT_FOUND}, {@code
     * SAME_PLACE}, {@code TOO_FAR}, {@code DATE_PASSED}, {@code DATE_TOO_FAR}, {@code
     * BAD_QUANTITY}, {@code TOO_MANY_PEOPLE} for the car, {@code SOLD_OUT}.
     */
    Outcome<RideQuoted> quote(QuoteRide wish, Task task);

    /**
     * Orders at the quote's price; the same task again gets the same car. Refused: {@code
     * UNKNOWN_QUOTE}, {@code QUOTE_EXPIRED}, {@code DEPARTED}, {@code PRICE_CHANGED} with a new
     * quote in the details, {@code SOLD_OUT}, {@code NOT_AGREED}.
     */
    Outcome<RideOrdered> order(OrderRide wish, Task task);

    /**
     * Cancels and says the fee ({@link RideFees}) and what is given back; again says the same.
     * Refused: {@code UNKNOWN_BOOKING}, {@code DEPARTED} from the time of pick-up on.
     */
    Outcome<Cancelled> cancel(CancelBooking wish, Task task);
}
