package errand.fliggy.travel;

import errand.agent.Describe;

/** An offer and how many rooms. */
public record HotelQuote(
        @Describe("From hotel.search") String offerId, @Describe("How many rooms") int rooms) {}
