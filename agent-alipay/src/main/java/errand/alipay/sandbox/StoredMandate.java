package errand.alipay.sandbox;

import errand.agent.Money;
import errand.alipay.wallet.Mandate;
import errand.alipay.wallet.Reserve;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A mandate as the table has it; amounts in fen.
 *
 * @param reserved what open reservations take of the total
 */
record StoredMandate(
        String id,
        List<String> payees,
        List<String> capabilities,
        long total,
        @Nullable Long perPayment,
        Instant until,
        long reserved,
        boolean closed,
        long version) {

    boolean active(Instant now) {
        return !closed && now.isBefore(until);
    }

    /** What is not spoken for. */
    long left() {
        return total - reserved;
    }

    /** Whether it covers this line, were it not for what is spoken for. */
    boolean covers(Reserve.Line line) {
        long amount = line.amount().amount();
        return line.amount().currency().equals("CNY")
                && amount >= 0
                && (perPayment == null || amount <= perPayment)
                && matches(payees, line.payee().id())
                && matches(capabilities, line.capability());
    }

    private static boolean matches(List<String> patterns, String value) {
        return patterns.stream()
                .anyMatch(
                        pattern ->
                                pattern.endsWith("*")
                                        ? value.startsWith(
                                                pattern.substring(0, pattern.length() - 1))
                                        : value.equals(pattern));
    }

    Mandate shown() {
        return new Mandate(
                id,
                closed ? "closed" : "open",
                payees,
                capabilities,
                Money.cny(total),
                Money.cny(left()),
                perPayment == null ? null : Money.cny(perPayment),
                until.toString(),
                version);
    }
}
