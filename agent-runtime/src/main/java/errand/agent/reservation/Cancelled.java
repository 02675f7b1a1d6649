package errand.agent.reservation;

import errand.agent.Describe;
import errand.agent.Money;
import java.time.OffsetDateTime;

/** A cancelled booking and what that costs. */
public record Cancelled(
        @Describe("The booking") String bookingId,
        @Describe("What is kept back") Money fee,
        @Describe("What is given back") Money refund,
        @Describe("When") OffsetDateTime cancelledAt) {}
