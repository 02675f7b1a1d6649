package errand.runtime.sandbox;

import errand.agent.Money;
import errand.agent.Quote;
import java.util.Optional;

/** What changes have made of bookings. Where a kind cannot be changed: nothing. */
interface Exchanged {

    Exchanged NOTHING =
            new Exchanged() {
                @Override
                public Money worth(Booking booking, Quote quote) {
                    return quote.total();
                }

                @Override
                public Optional<String> successor(String bookingId) {
                    return Optional.empty();
                }
            };

    /** What a cancellation of the booking gives back before fees. */
    Money worth(Booking booking, Quote quote);

    /** The booking that took the place of this one. */
    Optional<String> successor(String bookingId);
}
