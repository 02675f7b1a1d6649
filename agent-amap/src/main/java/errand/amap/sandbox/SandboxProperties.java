package errand.amap.sandbox;

import errand.runtime.sandbox.Periods;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long things last in the sandbox, and how much of it there is.
 *
 * @param quoteValidFor how long a price is honoured
 * @param holdFor how long tables are kept without a booking
 * @param worldSize how many times as many places and restaurants as usual, 1 to 20
 */
@ConfigurationProperties("errand.amap")
record SandboxProperties(
        @DefaultValue("30m") Duration quoteValidFor,
        @DefaultValue("15m") Duration holdFor,
        @DefaultValue("1") int worldSize) {

    private static final int LARGEST = 20;

    SandboxProperties {
        Periods.of("errand.amap", quoteValidFor, holdFor);
        if (worldSize < 1 || worldSize > LARGEST) {
            throw new IllegalArgumentException(
                    "errand.amap.world-size is %d; it must be from 1 to %d."
                            .formatted(worldSize, LARGEST));
        }
    }

    Periods periods() {
        return new Periods(quoteValidFor, holdFor);
    }
}
