package errand.alipay.live;

import errand.agent.Money;
import errand.agent.TransientFailure;
import errand.runtime.live.VendorHttp;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** Amounts as the platform writes them: yuan with two places. */
final class Yuan {

    private Yuan() {}

    static String of(Money money) {
        return BigDecimal.valueOf(money.amount(), 2).toPlainString();
    }

    /**
     * @throws TransientFailure for what is no amount: the answer is not believed
     */
    static Money parse(@Nullable String text) {
        try {
            return Money.cny(
                    new BigDecimal(String.valueOf(text))
                            .movePointRight(2)
                            .setScale(0, RoundingMode.UNNECESSARY)
                            .longValueExact());
        } catch (ArithmeticException | NumberFormatException e) {
            throw new TransientFailure(
                    VendorHttp.MALFORMED, "Alipay's answer names an amount that is none.");
        }
    }
}
