package errand.agent.reservation;

import errand.agent.Describe;
import errand.agent.Money;
import java.time.OffsetDateTime;

/** A booking. */
public record Booked(
        @Describe("What cancel takes") String bookingId,
        @Describe("The quote it was made from") String quoteId,
        @Describe("What is booked, in one line") String title,
        @Describe("What it costs") Money total,
        @Describe("When") OffsetDateTime bookedAt,
        @Describe("Cancellation terms") String cancellation) {}
