package errand.amap.maps;

import errand.agent.Describe;

/** Where a place is. */
public record Geocoded(
        @Describe("The place that is known") Address place,
        @Describe("PLACE: the place itself; DISTRICT or CITY: only the middle of that")
                Precision precision) {}
