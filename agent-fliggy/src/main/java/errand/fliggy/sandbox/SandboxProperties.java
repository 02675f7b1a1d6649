package errand.fliggy.sandbox;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long things last in the sandbox.
 *
 * @param quoteValidFor how long a price is honoured
 * @param holdFor how long seats and rooms are kept without a booking
 */
@ConfigurationProperties("errand.fliggy")
record SandboxProperties(
        @DefaultValue("30m") Duration quoteValidFor, @DefaultValue("15m") Duration holdFor) {

    SandboxProperties {
        positive("errand.fliggy.quote-valid-for", quoteValidFor);
        positive("errand.fliggy.hold-for", holdFor);
    }

    private static void positive(String key, Duration duration) {
        if (!duration.isPositive()) {
            throw new IllegalArgumentException(
                    "%s is %s; it must be longer than nothing, such as 15m."
                            .formatted(key, duration));
        }
    }
}
