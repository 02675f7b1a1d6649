package errand.fliggy.travel;

import errand.agent.Outcome;
import errand.agent.Task;

/** Finds hotel rooms. */
public interface HotelCatalogue {

    /**
     * Hotels with enough rooms for every night, cheapest first unless said otherwise. Refused:
     * {@code UNKNOWN_CITY}, {@code DATE_PASSED}, {@code DATE_TOO_FAR}, {@code NO_NIGHTS}.
     */
    Outcome<HotelOffers> search(HotelSearch wish, Task task);
}
