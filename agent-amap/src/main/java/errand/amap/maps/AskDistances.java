package errand.amap.maps;

import errand.agent.Describe;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** From each of some places to each of some others. */
public record AskDistances(
        @Describe("Places or addresses to start from (起点), 1 to 20") List<String> origins,
        @Describe("Places or addresses to go to (终点), 1 to 20; at most 100 pairs in all")
                List<String> destinations,
        @Describe("How one gets there; DRIVING when not said") @Nullable Mode mode,
        @Describe("City in which they lie, where their texts do not say") @Nullable String city,
        @Describe("When one leaves, RFC 3339 with offset; now when not said")
                @Nullable OffsetDateTime departAt,
        @Describe("Places of the person by the names used here (公司, 家), where this step has them")
                @Nullable List<SavedPlace> places) {

    /** Origins, and destinations, at most. */
    public static final int MOST_PLACES = 20;

    /** Origins × destinations at most. */
    public static final int MOST_PAIRS = 100;

    public boolean bounded() {
        return within(origins.size())
                && within(destinations.size())
                && origins.size() * destinations.size() <= MOST_PAIRS;
    }

    private static boolean within(int places) {
        return places >= 1 && places <= MOST_PLACES;
    }
}
