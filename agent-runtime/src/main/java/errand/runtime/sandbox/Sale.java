package errand.runtime.sandbox;

import errand.agent.Quote;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that was sold: a booking with the quote it was made from.
 *
 * @param offerId what the quote was for
 * @param cancelledAt null while it stands
 */
public record Sale(
        String bookingId,
        String offerId,
        Quote quote,
        Instant bookedAt,
        @Nullable Instant cancelledAt) {}
