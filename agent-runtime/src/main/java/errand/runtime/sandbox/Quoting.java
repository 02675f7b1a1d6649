package errand.runtime.sandbox;

import errand.agent.Money;
import errand.agent.Outcome;
import errand.agent.Quote;
import errand.agent.Task;
import errand.agent.reservation.Quoted;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/** Gives quotes of one kind of ware and finds them again. Knows nothing of holds. */
final class Quoting {

    private final Kind kind;
    private final Function<String, Optional<Ware>> wares;
    private final Shelves shelves;
    private final Quotes quotes;
    private final Periods properties;
    private final RandomGenerator random;

    /**
     * @param wares what an offer id stands for
     * @param random what ids of quotes are made of
     */
    Quoting(
            Kind kind,
            Function<String, Optional<Ware>> wares,
            Shelves shelves,
            Quotes quotes,
            Periods properties,
            RandomGenerator random) {
        this.kind = kind;
        this.wares = wares;
        this.shelves = shelves;
        this.quotes = quotes;
        this.properties = properties;
        this.random = random;
    }

    Kind kind() {
        return kind;
    }

    Outcome<Quoted> quote(String offerId, int quantity, Task task) {
        Ware ware = ware(offerId).orElse(null);
        if (ware == null) {
            return Refusals.unknownOffer(task, offerId, kind.search());
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
        return quotes.find(quoteId, kind.name(), task.user());
    }

    /** The person's own quote of a change of this kind. */
    Optional<StoredQuote> findChange(String quoteId, Task task) {
        return quotes.find(quoteId, kind.changeName(), task.user());
    }

    /** The quote a booking was made from, by booking or by change. */
    StoredQuote ofBooking(Booking booking, Task task) {
        return find(booking.quoteId(), task)
                .or(() -> findChange(booking.quoteId(), task))
                .orElseThrow();
    }

    Optional<Ware> ware(String offerId) {
        return wares.apply(offerId);
    }

    /** Puts a new quote on record. */
    Quote give(Ware ware, int quantity, Shelf shelf, Task task) {
        Quote quote = ware.quote(newId(task), quantity, shelf, validUntil(ware, task));
        quotes.add(new StoredQuote(kind.name(), task.user(), ware.offerId(), quantity, quote));
        return quote;
    }

    /** Puts a new quote of a change on record. */
    Quote giveChange(ChangeOffer offer, Ware wanted, Shelf shelf, Task task) {
        int quantity = offer.held().quantity();
        Quote plain = wanted.quote(newId(task), quantity, shelf, validUntil(wanted, task));
        Quote quote = offer.quote(plain, validUntil(offer.held().ware(), task));
        quotes.add(
                new StoredQuote(kind.changeName(), task.user(), wanted.offerId(), quantity, quote));
        return quote;
    }

    private String newId(Task task) {
        return Ids.quote(task.now(), random);
    }

    private OffsetDateTime validUntil(Ware ware, Task task) {
        Instant until = task.now().plus(properties.quoteValidFor());
        return World.at(until.isBefore(ware.closesAt()) ? until : ware.closesAt());
    }

    Ware wareOf(StoredQuote stored) {
        return ware(stored.offerId())
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
