package errand.agent.reservation;

import errand.agent.Describe;
import errand.agent.Money;
import java.time.OffsetDateTime;

/** A booking that took the place of another one. */
public record Changed(
        @Describe("The new booking; what change and cancel take from now on") String bookingId,
        @Describe("The booking it replaces, which is worth nothing any more")
                String previousBookingId,
        @Describe("The quote of the change") String quoteId,
        @Describe("What is booked now, in one line") String title,
        @Describe("What the new booking is worth when it is cancelled, before fees") Money worth,
        @Describe("What is to pay for the change (补差价), perhaps 0") Money paid,
        @Describe("What is given back (退差价), perhaps 0") Money refund,
        @Describe("Change fee (改签费) contained in both") Money fee,
        @Describe("When") OffsetDateTime changedAt,
        @Describe("Cancellation terms of the new booking") String cancellation) {}
