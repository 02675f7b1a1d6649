package agents.sampleshop.sandbox;

import errand.runtime.sandbox.Periods;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long things last in the sandbox.
 *
 * @param quoteValidFor how long a price is honoured
 * @param holdFor how long places are kept without a booking
 */
@ConfigurationProperties("errand.sample-shop")
record SandboxProperties(
        @DefaultValue("30m") Duration quoteValidFor, @DefaultValue("15m") Duration holdFor) {

    SandboxProperties {
        Periods.of("errand.sample-shop", quoteValidFor, holdFor);
    }

    Periods periods() {
        return new Periods(quoteValidFor, holdFor);
    }
}
