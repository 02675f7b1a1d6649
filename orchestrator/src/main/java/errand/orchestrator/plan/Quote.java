package errand.orchestrator.plan;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * A binding offer of an agent, as recorded when the agent gave it. Payee and amount of anything
 * paid come from here.
 */
public record Quote(
        String quoteId,
        Payee payee,
        String title,
        List<Line> lines,
        Money total,
        Instant validUntil,
        String cancellation) {

    public Quote {
        lines = List.copyOf(lines);
        // As precise as the log keeps it, so that folding the log gives the same quote.
        validUntil = validUntil.truncatedTo(ChronoUnit.MILLIS);
    }

    /** One line: quantity × unit = amount. */
    public record Line(String title, int quantity, Money unit, Money amount) {}

    /** Whether an agreement to {@code other} also covers this one: same payee, same amount. */
    boolean sameTermsAs(Quote other) {
        return quoteId.equals(other.quoteId)
                && payee.equals(other.payee)
                && total.equals(other.total);
    }
}
