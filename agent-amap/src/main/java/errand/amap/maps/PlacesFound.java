package errand.amap.maps;

import errand.agent.Describe;
import java.util.List;

/** Places that fit. */
public record PlacesFound(
        @Describe(
                        "Best first as Street Stars rank (扫街榜): visits weigh more than rating; at most 10")
                List<PlaceFound> places) {}
