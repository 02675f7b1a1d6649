package errand.runtime.sandbox;

import errand.agent.Money;
import errand.agent.Outcome;
import errand.agent.Quote;
import errand.agent.Task;
import errand.agent.reservation.ChangeBooking;
import errand.agent.reservation.ChangeQuoted;
import errand.agent.reservation.Changed;
import errand.agent.reservation.QuoteChange;
import errand.runtime.sandbox.Exchanges.Exchange;
import errand.runtime.sandbox.Hold.State;
import java.util.Optional;

/**
 * Quotes changes and makes them: the new one is taken, the old one given back, both on record. Must
 * be called within a transaction. Knows the order of things, not what a change costs.
 */
final class Exchanging {

    private final Quoting quoting;
    private final Shelves shelves;
    private final Holds holds;
    private final Bookings bookings;
    private final Exchanges exchanges;
    private final ChangeRules rules;

    Exchanging(
            Quoting quoting,
            Shelves shelves,
            Holds holds,
            Bookings bookings,
            Exchanges exchanges,
            ChangeRules rules) {
        this.quoting = quoting;
        this.shelves = shelves;
        this.holds = holds;
        this.bookings = bookings;
        this.exchanges = exchanges;
        this.rules = rules;
    }

    Outcome<ChangeQuoted> quote(QuoteChange wish, Task task) {
        return held(wish.bookingId(), task).then(booking -> quote(booking, wish.offerId(), task));
    }

    private Outcome<ChangeQuoted> quote(Booking booking, String offerId, Task task) {
        Ware wanted = quoting.ware(offerId).orElse(null);
        if (wanted == null) {
            return Refusals.unknownOffer(task, offerId, quoting.kind().search());
        }
        Ticket ticket = ticket(booking, task);
        Shelf shelf = quoting.look(wanted, ticket.quantity(), task.now());
        return offer(booking, ticket, wanted, shelf, task)
                .map(offer -> offer.quoted(quoting.giveChange(offer, wanted, shelf, task)));
    }

    Outcome<Changed> change(ChangeBooking wish, Task task) {
        Optional<Exchange> before = exchanges.underKey(task.id());
        if (before.isPresent()) {
            Quote quote = quoting.findChange(before.get().quoteId(), task).orElseThrow().quote();
            return Outcome.done(changed(before.get(), quote));
        }
        return held(wish.bookingId(), task).then(booking -> change(booking, wish, task));
    }

    private Outcome<Changed> change(Booking booking, ChangeBooking wish, Task task) {
        StoredQuote stored =
                quoting.findChange(wish.quoteId(), task)
                        .filter(found -> changes(found, booking))
                        .orElse(null);
        if (stored == null) {
            return quoting.unknown(wish.quoteId(), task);
        }
        if (!BookingHolds.agreed(stored.quote(), task.terms())) {
            return Refusals.notAgreed(task, stored.quote());
        }
        if (!task.now().isBefore(stored.quote().validUntil().toInstant())) {
            return Refusals.quoteExpired(task, stored.quote());
        }
        return take(booking, stored, task);
    }

    /** From here on one at a time per item and day of the new ticket. */
    private Outcome<Changed> take(Booking booking, StoredQuote stored, Task task) {
        Ware wanted = quoting.wareOf(stored);
        shelves.takeTurn(wanted.takings(stored.quantity()).keySet(), task.now());
        Shelf shelf = quoting.look(wanted, stored.quantity(), task.now());
        return offer(booking, ticket(booking, task), wanted, shelf, task)
                .then(offer -> agreedOrRefused(booking, stored, offer, shelf, task));
    }

    private Outcome<Changed> agreedOrRefused(
            Booking booking, StoredQuote stored, ChangeOffer offer, Shelf shelf, Task task) {
        Ware wanted = quoting.wareOf(stored);
        Quote now =
                offer.quote(
                        wanted.quote(
                                stored.quote().quoteId(),
                                stored.quantity(),
                                shelf,
                                stored.quote().validUntil()),
                        stored.quote().validUntil());
        Money refund = ChangeOffer.refundOf(stored.quote());
        if (!now.total().equals(stored.quote().total()) || !offer.refund().equals(refund)) {
            Quote other = quoting.giveChange(offer, wanted, shelf, task);
            return Refusals.changeMoved(task, stored.quote(), other);
        }
        return Outcome.done(make(booking, stored, offer, task));
    }

    private Changed make(Booking booking, StoredQuote stored, ChangeOffer offer, Task task) {
        Ware wanted = quoting.wareOf(stored);
        String quoteId = stored.quote().quoteId();
        Hold hold = new Hold(Ids.ofTask("H", task.id()), quoteId, State.HELD, task.now());
        holds.add(hold, task.id(), stored, wanted.takings(stored.quantity()));
        holds.keepForGood(hold.holdId(), wanted.takings(stored.quantity()).size());
        Booking next =
                new Booking(
                        Ids.ofTask("B", task.id()),
                        hold.holdId(),
                        quoteId,
                        task.now(),
                        false,
                        null);
        bookings.add(next, task.id(), task.user());
        bookings.give(booking.bookingId());
        holds.vacate(booking.holdId());
        Exchange exchange =
                new Exchange(
                        next.bookingId(),
                        booking.bookingId(),
                        quoteId,
                        offer.held().changes() + 1,
                        offer.price(),
                        offer.paid(),
                        offer.refund(),
                        offer.terms().fee(),
                        task.now());
        exchanges.add(exchange, task.id());
        return changed(exchange, stored.quote());
    }

    /** What the change comes to now, or why it cannot be. */
    private Outcome<ChangeOffer> offer(
            Booking booking, Ticket ticket, Ware wanted, Shelf shelf, Task task) {
        if (wanted.offerId().equals(ticket.ware().offerId())) {
            return Refusals.sameOffer(task, wanted.title());
        }
        if (!task.now().isBefore(wanted.closesAt())) {
            return wanted.closed(task);
        }
        Optional<Outcome<ChangeOffer>> missing = wanted.missing(ticket.quantity(), shelf, task);
        if (missing.isPresent()) {
            return missing.get();
        }
        Money price = wanted.quote("now", ticket.quantity(), shelf, World.at(task.now())).total();
        return rules.terms(ticket, wanted, price, task)
                .map(terms -> new ChangeOffer(booking.bookingId(), ticket, price, terms));
    }

    /** The person's own booking, locked, when it can still become another one. */
    private Outcome<Booking> held(String bookingId, Task task) {
        Booking booking = bookings.lock(bookingId, quoting.kind(), task.user()).orElse(null);
        if (booking == null) {
            return Refusals.unknown(task, "UNKNOWN_BOOKING", "booking", "订单", bookingId);
        }
        if (booking.changed()) {
            String now = exchanges.successor(bookingId).orElseThrow();
            return Refusals.alreadyChanged(task, bookingId, now);
        }
        return booking.cancellation() != null
                ? Refusals.bookingCancelled(task, bookingId)
                : Outcome.done(booking);
    }

    private Ticket ticket(Booking booking, Task task) {
        StoredQuote stored = quoting.ofBooking(booking, task);
        int changes = exchanges.into(booking.bookingId()).map(Exchange::number).orElse(0);
        return new Ticket(
                quoting.wareOf(stored),
                stored.quote(),
                stored.quantity(),
                exchanges.worth(booking, stored.quote()),
                changes);
    }

    private static boolean changes(StoredQuote stored, Booking booking) {
        return booking.bookingId().equals(stored.quote().details().get("bookingId"));
    }

    private static Changed changed(Exchange exchange, Quote quote) {
        return new Changed(
                exchange.bookingId(),
                exchange.previousId(),
                exchange.quoteId(),
                quote.title(),
                exchange.worth(),
                exchange.paid(),
                exchange.refund(),
                exchange.fee(),
                World.at(exchange.at()),
                quote.cancellation());
    }
}
