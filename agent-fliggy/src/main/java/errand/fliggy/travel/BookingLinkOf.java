package errand.fliggy.travel;

import errand.agent.Describe;

/** Which offer the person wants to book at the seller's own page. */
public record BookingLinkOf(
        @Describe("From train.search, flight.search or hotel.search") String offerId) {}
