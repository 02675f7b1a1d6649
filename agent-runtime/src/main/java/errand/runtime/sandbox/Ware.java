package errand.runtime.sandbox;

import errand.agent.Money;
import errand.agent.Quote;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/**
 * What an offer id stands for: some item on some days. Knows its price and rules, not who has it.
 */
public interface Ware {

    String offerId();

    String itemId();

    /** At least one, ascending. */
    List<LocalDate> days();

    /** In one line, for people. */
    String title();

    /** From then on it is not sold any more. */
    Instant closesAt();

    /** How many there are on a day when nothing deviates and nothing is taken. */
    int usualStock(LocalDate day);

    Quote quote(String quoteId, int quantity, Shelf shelf, OffsetDateTime validUntil);

    /** What cancelling would cost now; empty when it cannot be cancelled any more. */
    Optional<Money> cancellationFee(Quote quote, Instant now);

    /** How much of the stock so many take; not the same where twelve people share a table. */
    default int takes(int quantity) {
        return quantity;
    }

    /** What the stock is counted in, where that must be said. */
    default Unit unit() {
        return Unit.NONE;
    }

    /** How many can still be had for all days. */
    default int left(Shelf shelf) {
        return days().stream()
                .mapToInt(day -> shelf.left(new Slot(itemId(), day), usualStock(day)))
                .min()
                .orElseThrow();
    }

    /** A word behind a number, such as 桌 and {@code " tables"}. */
    record Unit(String zh, String en) {

        static final Unit NONE = new Unit("", "");
    }
}
