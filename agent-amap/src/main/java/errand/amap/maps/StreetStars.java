package errand.amap.maps;

import errand.agent.Outcome;
import errand.agent.Task;

/** A ranking by where people really go (高德扫街榜), not only by the stars they give. */
public interface StreetStars {

    /** How many places a ranking holds at most. */
    int MOST = 20;

    /**
     * Refused: {@code UNKNOWN_CITY}, {@code UNKNOWN_CATEGORY} with those that there are, {@code
     * BAD_QUANTITY}.
     */
    Outcome<Ranking> streets(AskRanking wish, Task task);
}
