package errand.runtime.sandbox;

import errand.agent.Money;
import errand.agent.Quote;
import java.time.OffsetDateTime;

/**
 * A booking that stands.
 *
 * @param quote what it was booked at, or changed into
 * @param worth what its cancellation gives back before fees
 */
public record Standing(String bookingId, Quote quote, Money worth, OffsetDateTime bookedAt) {}
