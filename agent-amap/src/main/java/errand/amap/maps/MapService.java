package errand.amap.maps;

import errand.agent.Outcome;
import errand.agent.Task;

/** Where places are and how long ways take. Guesses no place: what is not known is refused. */
public interface MapService {

    /** Refused: {@code ADDRESS_NOT_FOUND}, with names that are known; {@code UNKNOWN_CITY}. */
    Outcome<Geocoded> geocode(Geocode wish, Task task);

    /**
     * Refused: {@code ADDRESS_NOT_FOUND}, {@code SAME_PLACE}, {@code TOO_FAR} for that way of
     * getting there.
     */
    Outcome<Route> route(PlanRoute wish, Task task);

    /** What is at a point. Refused: {@code OFF_THE_MAP}. */
    Outcome<Regeocoded> regeocode(Regeocode wish, Task task);

    /**
     * How far each place is from each other one. Refused: {@code TOO_MANY_PLACES}, {@code
     * ADDRESS_NOT_FOUND}, {@code UNKNOWN_CITY}, {@code MODE_NOT_POSSIBLE}.
     */
    Outcome<Distances> distances(AskDistances wish, Task task);
}
