package errand.amap.maps;

import errand.agent.Describe;

/** A place that is known, and where. */
public record Address(
        @Describe("Name of the place that was found") String name,
        @Describe("Address, with city") String address,
        @Describe("Its city, Chinese") String city,
        @Describe("Where") Location location) {}
