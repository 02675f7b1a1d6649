package errand.runtime.sandbox;

import errand.agent.Money;
import errand.agent.Outcome;
import errand.agent.Quote;
import errand.agent.Task;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Several things of one shop that are quoted, held and ordered together: all of them or none. Each
 * is restocked every day; a basket takes of its own day.
 */
public interface Basket extends Ware {

    /** The day on which it was quoted. */
    LocalDate day();

    /** At least one, each thing once. */
    List<Part> parts();

    /**
     * So many of one thing.
     *
     * @param usualStock how many there are on the day when nothing deviates and nothing is taken
     */
    record Part(String itemId, String title, int quantity, int usualStock) {}

    /** A basket is counted under the first thing in it. */
    @Override
    default String itemId() {
        return parts().getFirst().itemId();
    }

    @Override
    default List<LocalDate> days() {
        return List.of(day());
    }

    @Override
    default int usualStock(LocalDate day) {
        return parts().getFirst().usualStock();
    }

    @Override
    default Map<Slot, Integer> takings(int baskets) {
        Map<Slot, Integer> takings = new LinkedHashMap<>();
        parts().forEach(part -> takings.put(slot(part), part.quantity() * baskets));
        return takings;
    }

    @Override
    default <O> Optional<Outcome<O>> missing(int baskets, Shelf shelf, Task task) {
        return parts().stream()
                .filter(part -> left(part, shelf) < part.quantity() * baskets)
                .findFirst()
                .map(
                        part ->
                                Refusals.soldOut(
                                        task,
                                        part.title(),
                                        Unit.NONE,
                                        part.quantity() * baskets,
                                        left(part, shelf)));
    }

    /** As if it had been ordered at this moment. */
    @Override
    default Optional<Money> cancellationFee(Quote quote, Instant now) {
        return cancellationFee(quote, now, now);
    }

    private int left(Part part, Shelf shelf) {
        return shelf.left(slot(part), part.usualStock());
    }

    private Slot slot(Part part) {
        return new Slot(part.itemId(), day());
    }
}
