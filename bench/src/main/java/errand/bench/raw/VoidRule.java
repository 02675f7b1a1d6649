package errand.bench.raw;

import java.util.Optional;

/** When the raw bound says that the machine was too slow for figures to say anything. */
public final class VoidRule {

    /** Plans/s of the raw bound at MAX; a quiet machine of 2 cores does 12,000. */
    public static final double LEAST = 8_000;

    private VoidRule() {}

    /** Why a run with this bound is void; empty when it counts. */
    public static Optional<String> reason(double boundPerSecond) {
        return boundPerSecond >= LEAST
                ? Optional.empty()
                : Optional.of(
                        "The raw bound did %.0f plans/s and should do %.0f at least: the machine was too slow or too busy for figures to say anything. --even-if-slow measures all the same."
                                .formatted(boundPerSecond, LEAST));
    }
}
