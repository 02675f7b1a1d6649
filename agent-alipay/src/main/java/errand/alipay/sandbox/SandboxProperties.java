package errand.alipay.sandbox;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the sandbox begins and what it allows; amounts in fen.
 *
 * @param openingBalance in a wallet (余额) that is used for the first time
 * @param openingYuebao in 余额宝 that is used for the first time
 * @param openingCard on a bank card that is used for the first time
 * @param creditLimit of 花呗
 * @param transferPerDay most that a person sends to others in a day
 * @param transferFreePerDay how much of that costs no fee; above it, a thousandth
 * @param quoteValidFor how long quotes of payments and transfers hold
 */
@ConfigurationProperties("errand.alipay")
record SandboxProperties(
        @DefaultValue("6000000") long openingBalance,
        @DefaultValue("2000000") long openingYuebao,
        @DefaultValue("5000000") long openingCard,
        @DefaultValue("1000000") long creditLimit,
        @DefaultValue("5000000") long transferPerDay,
        @DefaultValue("2000000") long transferFreePerDay,
        @DefaultValue("15m") Duration quoteValidFor) {

    SandboxProperties {
        notBelowZero("opening-balance", openingBalance);
        notBelowZero("opening-yuebao", openingYuebao);
        notBelowZero("opening-card", openingCard);
        notBelowZero("credit-limit", creditLimit);
        notBelowZero("transfer-per-day", transferPerDay);
        notBelowZero("transfer-free-per-day", transferFreePerDay);
        if (!quoteValidFor.isPositive()) {
            throw new IllegalArgumentException(
                    "errand.alipay.quote-valid-for is %s; a quote must hold for some time."
                            .formatted(quoteValidFor));
        }
    }

    private static void notBelowZero(String name, long fen) {
        if (fen < 0) {
            throw new IllegalArgumentException(
                    "errand.alipay.%s is %d; it cannot be below 0.".formatted(name, fen));
        }
    }

    Rules rules() {
        return new Rules(
                openingBalance,
                openingYuebao,
                openingCard,
                creditLimit,
                transferPerDay,
                transferFreePerDay,
                quoteValidFor);
    }
}
