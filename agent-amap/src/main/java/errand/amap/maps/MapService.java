package errand.amap.maps;

import errand.agent.Outcome;
import errand.agent.Task;

/** Where places are and how long ways take. Guesses no place: what is not known is refused. */
public interface MapService {

    /** Refused: {@code ADDRESS_NOT_FOUND}, with names that are known. */
    Outcome<Geocoded> geocode(Geocode wish, Task task);

    /**
     * Refused: {@code ADDRESS_NOT_FOUND}, {@code SAME_PLACE}, {@code TOO_FAR} for that way of
     * getting there.
     */
    Outcome<Route> route(PlanRoute wish, Task task);
}
