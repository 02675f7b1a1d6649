package errand.agent.reservation;

import errand.agent.Describe;

/** Which booking to change, and into what. */
public record QuoteChange(
        @Describe("The booking to change, from a book or change step") String bookingId,
        @Describe("What it becomes, an offerId from a search") String offerId) {}
