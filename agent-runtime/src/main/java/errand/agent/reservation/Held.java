package errand.agent.reservation;

import errand.agent.Describe;
import java.time.OffsetDateTime;

/** What is kept, and until when. */
public record Held(
        @Describe("What book and release take") String holdId,
        @Describe("The quote that is held") String quoteId,
        @Describe("Until when it is kept without a booking") OffsetDateTime expiresAt) {}
