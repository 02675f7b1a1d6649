package errand.amap.maps;

import errand.agent.Describe;

/** Which place. */
public record AskPlace(
        @Describe("From place.search, place.around or ranking.streets") String placeId) {}
