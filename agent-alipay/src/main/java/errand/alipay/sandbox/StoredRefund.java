package errand.alipay.sandbox;

import errand.agent.Money;
import java.time.Instant;
import java.util.List;

/**
 * One refund.
 *
 * @param parts of which quotes it took back how much; fen
 * @param left what could still be given back after it
 */
record StoredRefund(String id, String captureId, Instant at, List<Part> parts, Money left) {

    /** Of one quote: taken back from the seller, and of that given to the person. */
    record Part(String quoteId, long amount, long charged) {}

    StoredRefund {
        parts = List.copyOf(parts);
    }

    Money total() {
        return Money.cny(parts.stream().mapToLong(Part::amount).sum());
    }

    Money charged() {
        return Money.cny(parts.stream().mapToLong(Part::charged).sum());
    }
}
