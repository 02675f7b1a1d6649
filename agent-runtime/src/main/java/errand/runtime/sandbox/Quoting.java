package errand.runtime.sandbox;

import errand.agent.Money;
import errand.agent.Outcome;
import errand.agent.Quote;
import errand.agent.Task;
import errand.agent.reservation.Quoted;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** Gives quotes of one kind of ware and finds them again. Knows nothing of holds. */
final class Quoting {

    private final String kind;
    private final Function<String, Optional<Ware>> wares;
    private final Shelves shelves;
    private final Quotes quotes;
    private final Periods properties;

    /**
     * @param kind upper case, such as {@code TRAIN}
     * @param wares what an offer id stands for
     */
    Quoting(
            String kind,
            Function<String, Optional<Ware>> wares,
            Shelves shelves,
            Quotes quotes,
            Periods properties) {
        this.kind = kind;
        this.wares = wares;
        this.shelves = shelves;
        this.quotes = quotes;
        this.properties = properties;
    }

    String kind() {
        return kind;
    }

    Outcome<Quoted> quote(String offerId, int quantity, Task task) {
        Ware ware = wares.apply(offerId).orElse(null);
        if (ware == null) {
            return Refusals.unknownOffer(task, offerId, kind.toLowerCase(Locale.ROOT) + ".search");
        }
        if (quantity < 1) {
            return Refusals.notPositive(task, quantity);
        }
        if (!task.now().isBefore(ware.closesAt())) {
            return ware.closed(task);
        }
        Shelf shelf = look(ware, quantity, task.now());
        Optional<Outcome<Quoted>> missing = ware.missing(quantity, shelf, task);
        return missing.orElseGet(() -> Outcome.done(new Quoted(give(ware, quantity, shelf, task))));
    }

    /** The person's own quote of this kind. */
    Optional<StoredQuote> find(String quoteId, Task task) {
        return quotes.find(quoteId, kind, task.user());
    }

    /** Puts a new quote on record. */
    Quote give(Ware ware, int quantity, Shelf shelf, Task task) {
        Instant until = task.now().plus(properties.quoteValidFor());
        Instant end = until.isBefore(ware.closesAt()) ? until : ware.closesAt();
        Quote quote = ware.quote(Ids.quote(task.now()), quantity, shelf, World.at(end));
        quotes.add(new StoredQuote(kind, task.user(), ware.offerId(), quantity, quote));
        return quote;
    }

    Ware wareOf(StoredQuote stored) {
        return wares.apply(stored.offerId())
                .orElseThrow(
                        () ->
                                new IllegalStateException(
                                        "Quote %s is for '%s', which this world lacks: was its seed changed?"
                                                .formatted(
                                                        stored.quote().quoteId(),
                                                        stored.offerId())));
    }

    Shelf look(Ware ware, int quantity, Instant now) {
        return shelves.look(ware.takings(quantity).keySet(), now);
    }

    /** What the same thing costs on the shelf as it is now. */
    static Money priceOf(Ware ware, StoredQuote stored, Shelf shelf) {
        return ware.quote("now", stored.quantity(), shelf, stored.quote().validUntil()).total();
    }

    <O> Outcome<O> unknown(String quoteId, Task task) {
        return Refusals.unknown(task, "UNKNOWN_QUOTE", "quote", "报价", quoteId);
    }
}
