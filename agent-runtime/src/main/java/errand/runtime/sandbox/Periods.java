package errand.runtime.sandbox;

import java.time.Duration;

/**
 * How long promises of a sandbox last.
 *
 * @param quoteValidFor how long a price is honoured
 * @param holdFor how long what is held is kept without a booking
 */
public record Periods(Duration quoteValidFor, Duration holdFor) {

    /** Quotes of 30 minutes, holds of 15. */
    public static final Periods USUAL = new Periods(Duration.ofMinutes(30), Duration.ofMinutes(15));

    /**
     * @param prefix of the settings they come from, named when one is refused
     */
    public static Periods of(String prefix, Duration quoteValidFor, Duration holdFor) {
        positive(prefix + ".quote-valid-for", quoteValidFor);
        positive(prefix + ".hold-for", holdFor);
        return new Periods(quoteValidFor, holdFor);
    }

    private static void positive(String key, Duration duration) {
        if (!duration.isPositive()) {
            throw new IllegalArgumentException(
                    "%s is %s; it must be longer than nothing, such as 15m."
                            .formatted(key, duration));
        }
    }
}
