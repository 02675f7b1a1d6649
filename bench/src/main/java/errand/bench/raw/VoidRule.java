package errand.bench.raw;

import errand.bench.frame.Durability;
import java.util.Optional;

/** When the raw bound says that the machine was too slow for figures to say anything. */
public final class VoidRule {

    private VoidRule() {}

    /** Why a run with this bound is void; empty when it counts. */
    public static Optional<String> reason(double boundPerSecond, Durability durability) {
        return boundPerSecond >= durability.leastBound()
                ? Optional.empty()
                : Optional.of(
                        "The raw bound (%s) did %.0f plans/s and should do %.0f at least: the machine was too slow or too busy for figures to say anything. --even-if-slow measures all the same."
                                .formatted(
                                        durability.told(),
                                        boundPerSecond,
                                        durability.leastBound()));
    }
}
