package errand.runtime.sandbox;

import errand.agent.Money;
import errand.agent.Quote;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A booking with what it was made from, for reading.
 *
 * @param offerId what was quoted, as its kind of ware writes it
 * @param quote as the person agreed to it
 * @param cancelledAt null while it stands
 * @param fee what a cancellation kept back; null while it stands
 */
public record Sale(
        String bookingId,
        String offerId,
        Quote quote,
        Instant bookedAt,
        @Nullable Instant cancelledAt,
        @Nullable Money fee) {}
