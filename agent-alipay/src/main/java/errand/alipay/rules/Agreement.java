package errand.alipay.rules;

import errand.agent.Terms;
import errand.alipay.wallet.PaymentLine;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether the person saw exactly this payee and amount. */
public final class Agreement {

    private Agreement() {}

    /** The first line that the terms do not show as it is. */
    public static Optional<PaymentLine> breach(List<PaymentLine> lines, @Nullable Terms terms) {
        return lines.stream().filter(line -> !shows(terms, line)).findFirst();
    }

    private static boolean shows(@Nullable Terms terms, PaymentLine line) {
        return terms != null
                && terms.item(line.quoteId())
                        .filter(item -> item.payee().id().equals(line.payee().id()))
                        .filter(item -> item.total().equals(line.amount()))
                        .isPresent();
    }
}
