package errand.amap.maps;

import errand.agent.Outcome;
import errand.agent.Task;

/** Where people of a city go. */
public interface Guide {

    /**
     * Places that fit, those most visited first; none is an answer. Refused: {@code UNKNOWN_CITY},
     * {@code ADDRESS_NOT_FOUND} for {@code near}.
     */
    Outcome<PlacesFound> search(PlaceSearch wish, Task task);

    /**
     * Places within a distance, nearest first. Refused: {@code ADDRESS_NOT_FOUND} for {@code near}.
     */
    Outcome<PlacesFound> around(PlacesAround wish, Task task);

    /** All that is known of one place. Refused: {@code UNKNOWN_PLACE}. */
    Outcome<PlaceDetail> detail(AskPlace wish, Task task);
}
