package errand.runtime.sandbox;

import errand.agent.Money;
import errand.agent.Outcome;
import errand.agent.Quote;
import errand.agent.Task;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

    /** All that so many take; it is kept together or not at all. */
    default Map<Slot, Integer> takings(int quantity) {
        Map<Slot, Integer> takings = new LinkedHashMap<>();
        days().forEach(day -> takings.put(new Slot(itemId(), day), takes(quantity)));
        return takings;
    }

    /** The refusal when there is not enough for so many; empty when there is. */
    default <O> Optional<Outcome<O>> missing(int quantity, Shelf shelf, Task task) {
        int left = left(shelf);
        return left < takes(quantity)
                ? Optional.of(Refusals.soldOut(task, title(), unit(), takes(quantity), left))
                : Optional.empty();
    }

    /** What cancelling would cost now where it matters when it was booked. */
    default Optional<Money> cancellationFee(Quote quote, Instant bookedAt, Instant now) {
        return cancellationFee(quote, now);
    }

    /** How to refuse what is not sold any more. */
    default <O> Outcome<O> closed(Task task) {
        return Refusals.departed(task, title(), closesAt());
    }

    /** How to refuse a cancellation that comes too late. */
    default <O> Outcome<O> pastCancelling(Task task) {
        return closed(task);
    }

    /** A word behind a number, such as 桌 and {@code " tables"}. */
    record Unit(String zh, String en) {

        static final Unit NONE = new Unit("", "");
    }
}
