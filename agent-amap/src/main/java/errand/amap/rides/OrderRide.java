package errand.amap.rides;

import errand.agent.Describe;

/** Which ride to order. */
public record OrderRide(@Describe("From ride.quote; the person agreed to it") String quoteId) {}
