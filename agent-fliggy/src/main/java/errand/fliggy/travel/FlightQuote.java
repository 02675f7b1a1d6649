package errand.fliggy.travel;

import errand.agent.Describe;

/** An offer and for how many. */
public record FlightQuote(
        @Describe("From flight.search") String offerId,
        @Describe("How many adults 成人") int people) {}
