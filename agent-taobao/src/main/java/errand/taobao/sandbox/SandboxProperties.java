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

    /** Between order and hold passes no time: an order holds and books at once. */
    Periods periods() {
        return Periods.of("errand.taobao", quoteValidFor, quoteValidFor);
    }
}
