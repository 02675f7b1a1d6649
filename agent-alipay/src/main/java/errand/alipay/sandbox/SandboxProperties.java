package errand.alipay.sandbox;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the sandbox begins.
 *
 * @param openingBalance fen in a wallet that is used for the first time
 */
@ConfigurationProperties("errand.alipay")
record SandboxProperties(@DefaultValue("6000000") long openingBalance) {

    SandboxProperties {
        if (openingBalance < 0) {
            throw new IllegalArgumentException(
                    "errand.alipay.opening-balance is %d; a wallet cannot begin below 0."
                            .formatted(openingBalance));
        }
    }
}
