package errand.alipay.sandbox;

import errand.alipay.wallet.Method;
import errand.alipay.wallet.PaymentLine;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How some lines were said to be paid. */
record StoredPaymentQuote(
        String id,
        String user,
        Method method,
        @Nullable String redPacketId,
        List<PaymentLine> lines,
        Instant validUntil) {

    StoredPaymentQuote {
        lines = List.copyOf(lines);
    }

    /** Whether it is for exactly these lines, in whatever order. */
    boolean isFor(List<PaymentLine> others) {
        return lines.size() == others.size() && Set.copyOf(lines).equals(Set.copyOf(others));
    }
}
