package errand.runtime.sandbox;

import errand.agent.Money;
import errand.agent.Outcome;
import errand.agent.Quote;
import errand.agent.Task;
import errand.agent.Terms;
import errand.agent.reservation.BookHold;
import errand.agent.reservation.Booked;
import errand.agent.reservation.CancelBooking;
import errand.agent.reservation.Cancelled;
import errand.runtime.sandbox.Booking.Cancellation;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Turns holds into bookings, and cancels bookings. */
final class BookingHolds {

    private final Quoting quoting;
    private final Holds holds;
    private final Bookings bookings;
    private final Exchanged exchanged;
    private final Periods properties;

    BookingHolds(
            Quoting quoting,
            Holds holds,
            Bookings bookings,
            Exchanged exchanged,
            Periods properties) {
        this.quoting = quoting;
        this.holds = holds;
        this.bookings = bookings;
        this.exchanged = exchanged;
        this.properties = properties;
    }

    Outcome<Booked> book(BookHold wish, Task task) {
        StoredQuote stored = quoting.find(wish.quoteId(), task).orElse(null);
        if (stored == null) {
            return quoting.unknown(wish.quoteId(), task);
        }
        return bookings.underKey(task.id())
                .map(booking -> Outcome.done(booked(booking, stored.quote())))
                .orElseGet(() -> bookNew(wish, stored, task));
    }

    /** The refusal when the person did not agree to the quote, or it is not his. */
    Optional<Outcome<Booked>> notAgreed(String quoteId, Task task) {
        StoredQuote stored = quoting.find(quoteId, task).orElse(null);
        if (stored == null) {
            return Optional.of(quoting.unknown(quoteId, task));
        }
        return agreed(stored.quote(), task.terms())
                ? Optional.empty()
                : Optional.of(Refusals.notAgreed(task, stored.quote()));
    }

    private Outcome<Booked> bookNew(BookHold wish, StoredQuote stored, Task task) {
        Hold hold = holds.lock(wish.holdId(), quoting.kind().name(), task.user()).orElse(null);
        if (hold == null || !hold.quoteId().equals(wish.quoteId())) {
            String what = "hold of quote " + wish.quoteId();
            return Refusals.unknown(task, "UNKNOWN_HOLD", what, "该报价的预留", wish.holdId());
        }
        if (!agreed(stored.quote(), task.terms())) {
            return Refusals.notAgreed(task, stored.quote());
        }
        return switch (hold.state()) {
            case RELEASED -> Refusals.holdReleased(task, stored.quote().title());
            case BOOKED -> Refusals.alreadyBooked(task, bookingOf(hold).bookingId());
            case HELD -> bookHeld(hold, stored, task);
        };
    }

    private Outcome<Booked> bookHeld(Hold hold, StoredQuote stored, Task task) {
        boolean inTime = task.now().isBefore(hold.expiresAt());
        int slots = quoting.wareOf(stored).takings(stored.quantity()).size();
        if (!inTime || !holds.keepForGood(hold.holdId(), slots)) {
            return Refusals.holdExpired(task, stored.quote().title(), properties.holdFor());
        }
        String bookingId = Ids.ofTask("B", task.id());
        Booking booking =
                new Booking(bookingId, hold.holdId(), hold.quoteId(), task.now(), false, null);
        bookings.add(booking, task.id(), task.user());
        return Outcome.done(booked(booking, stored.quote()));
    }

    Outcome<Cancelled> cancel(CancelBooking wish, Task task) {
        Booking booking = bookings.lock(wish.bookingId(), quoting.kind(), task.user()).orElse(null);
        if (booking == null) {
            return Refusals.unknown(task, "UNKNOWN_BOOKING", "booking", "订单", wish.bookingId());
        }
        if (booking.changed()) {
            String now = exchanged.successor(booking.bookingId()).orElseThrow();
            return Refusals.alreadyChanged(task, booking.bookingId(), now);
        }
        StoredQuote stored = quoting.ofBooking(booking, task);
        Cancellation before = booking.cancellation();
        return before != null
                ? Outcome.done(cancelled(booking, stored.quote(), before))
                : cancel(booking, stored, task);
    }

    private Outcome<Cancelled> cancel(Booking booking, StoredQuote stored, Task task) {
        Ware ware = quoting.wareOf(stored);
        Money fee =
                ware.cancellationFee(stored.quote(), booking.bookedAt(), task.now()).orElse(null);
        if (fee == null) {
            return ware.pastCancelling(task);
        }
        Cancellation cancellation = new Cancellation(task.now(), fee);
        bookings.cancel(booking.bookingId(), cancellation);
        holds.vacate(booking.holdId());
        return Outcome.done(cancelled(booking, stored.quote(), cancellation));
    }

    private Booking bookingOf(Hold hold) {
        return bookings.ofHold(hold.holdId()).orElseThrow();
    }

    /** The person's own bookings of this kind that stand, with what was quoted for them. */
    List<Standing> standing(Task task, int most) {
        return bookings.standing(quoting.kind(), task.user(), most).stream()
                .map(booking -> standing(booking, quoting.ofBooking(booking, task).quote()))
                .toList();
    }

    private Standing standing(Booking booking, Quote quote) {
        return new Standing(
                booking.bookingId(),
                quote,
                exchanged.worth(booking, quote),
                World.at(booking.bookedAt()));
    }

    /** Payee and amount count only as the person saw them. */
    static boolean agreed(Quote quote, @Nullable Terms terms) {
        return terms != null
                && terms.item(quote.quoteId())
                        .filter(item -> item.payee().id().equals(quote.payee().id()))
                        .filter(item -> item.total().equals(quote.total()))
                        .isPresent();
    }

    private static Booked booked(Booking booking, Quote quote) {
        return new Booked(
                booking.bookingId(),
                quote.quoteId(),
                quote.title(),
                quote.total(),
                World.at(booking.bookedAt()),
                quote.cancellation());
    }

    private Cancelled cancelled(Booking booking, Quote quote, Cancellation cancellation) {
        return new Cancelled(
                booking.bookingId(),
                cancellation.fee(),
                exchanged.worth(booking, quote).minus(cancellation.fee()),
                World.at(cancellation.at()));
    }
}
