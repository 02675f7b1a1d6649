package errand.amap.dining;

import errand.agent.Describe;

/** A table and for how many. */
public record QuoteTable(
        @Describe("From dining.search") String offerId,
        @Describe("How many people eat") int people) {}
