package errand.amap.sandbox;

import errand.runtime.sandbox.Periods;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long things last in the sandbox.
 *
 * @param quoteValidFor how long a price is honoured
 * @param holdFor how long tables are kept without a booking
 */
@ConfigurationProperties("errand.amap")
record SandboxProperties(
        @DefaultValue("30m") Duration quoteValidFor, @DefaultValue("15m") Duration holdFor) {

    SandboxProperties {
        Periods.of("errand.amap", quoteValidFor, holdFor);
    }

    Periods periods() {
        return new Periods(quoteValidFor, holdFor);
    }
}
