package errand.taobao.sandbox;

import errand.runtime.sandbox.Periods;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long things last in the sandbox.
 *
 * @param quoteValidFor how long a price is honoured
 */
@ConfigurationProperties("errand.taobao")
record SandboxProperties(@DefaultValue("30m") Duration quoteValidFor) {

    SandboxProperties {
        Periods.of("errand.taobao", quoteValidFor, quoteValidFor);
    }

    /** An order holds and books at once, so it does not matter how long a hold would last. */
    Periods periods() {
        return new Periods(quoteValidFor, quoteValidFor);
    }
}
