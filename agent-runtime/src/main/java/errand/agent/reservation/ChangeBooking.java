package errand.agent.reservation;

import errand.agent.Describe;

/** Which booking to change at which agreed quote. */
public record ChangeBooking(
        @Describe("The booking to change") String bookingId,
        @Describe("The quote of the change that was agreed to") String quoteId) {}
