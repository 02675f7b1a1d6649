package errand.amap;

import errand.agent.Describe;

/** Where a place is. */
record Geocoded(
        @Describe("The place that is known") String name,
        @Describe("Its city") String city,
        @Describe("What was found: a DISTRICT or CITY means its middle, not the address")
                Place.Kind precision,
        @Describe("Where") Location location) {}
