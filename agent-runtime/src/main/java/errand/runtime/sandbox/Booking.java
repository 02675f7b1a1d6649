package errand.runtime.sandbox;

import errand.agent.Money;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A row of the table of bookings.
 *
 * @param changed whether another one has taken its place
 * @param cancellation null while it stands
 */
record Booking(
        String bookingId,
        String holdId,
        String quoteId,
        Instant bookedAt,
        boolean changed,
        @Nullable Cancellation cancellation) {

    /** When it was cancelled and what that cost. */
    record Cancellation(Instant at, Money fee) {}
}
