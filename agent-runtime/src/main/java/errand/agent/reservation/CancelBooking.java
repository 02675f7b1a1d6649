package errand.agent.reservation;

import errand.agent.Describe;

/** Which booking to cancel. */
public record CancelBooking(@Describe("From a book step") String bookingId) {}
