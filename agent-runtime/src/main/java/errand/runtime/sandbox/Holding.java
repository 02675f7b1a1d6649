package errand.runtime.sandbox;

import errand.agent.Outcome;
import errand.agent.Quote;
import errand.agent.Task;
import errand.agent.reservation.Held;
import errand.agent.reservation.HoldQuote;
import errand.agent.reservation.ReleaseHold;
import errand.agent.reservation.Released;
import errand.runtime.sandbox.Hold.State;
import java.util.Optional;

/** Keeps what a quote says for a while, and gives it back. */
final class Holding {

    private final Quoting quoting;
    private final Shelves shelves;
    private final Holds holds;
    private final Bookings bookings;
    private final Periods properties;

    Holding(Quoting quoting, Shelves shelves, Holds holds, Bookings bookings, Periods properties) {
        this.quoting = quoting;
        this.shelves = shelves;
        this.holds = holds;
        this.bookings = bookings;
        this.properties = properties;
    }

    Outcome<Held> hold(HoldQuote wish, Task task) {
        return holds.underKey(task.id())
                .map(hold -> Outcome.done(held(hold)))
                .orElseGet(() -> holdNew(wish, task));
    }

    private Outcome<Held> holdNew(HoldQuote wish, Task task) {
        StoredQuote stored = quoting.find(wish.quoteId(), task).orElse(null);
        if (stored == null) {
            return quoting.unknown(wish.quoteId(), task);
        }
        Ware ware = quoting.wareOf(stored);
        if (!task.now().isBefore(ware.closesAt())) {
            return ware.closed(task);
        }
        if (!task.now().isBefore(stored.quote().validUntil().toInstant())) {
            return Refusals.quoteExpired(task, stored.quote());
        }
        return take(ware, stored, task);
    }

    /** From here on one at a time per item and day. */
    private Outcome<Held> take(Ware ware, StoredQuote stored, Task task) {
        shelves.takeTurn(ware.takings(stored.quantity()).keySet(), task.now());
        Shelf shelf = quoting.look(ware, stored.quantity(), task.now());
        Optional<Outcome<Held>> missing = ware.missing(stored.quantity(), shelf, task);
        if (missing.isPresent()) {
            return missing.get();
        }
        if (!Quoting.priceOf(ware, stored, shelf).equals(stored.quote().total())) {
            Quote now = quoting.give(ware, stored.quantity(), shelf, task);
            return Refusals.priceChanged(task, stored.quote(), now);
        }
        Hold hold =
                new Hold(
                        Ids.ofTask("H", task.id()),
                        stored.quote().quoteId(),
                        State.HELD,
                        task.now().plus(properties.holdFor()));
        holds.add(hold, task.id(), stored, ware.takings(stored.quantity()));
        return Outcome.done(held(hold));
    }

    Outcome<Released> release(ReleaseHold wish, Task task) {
        Hold hold = holds.lock(wish.holdId(), quoting.kind().name(), task.user()).orElse(null);
        if (hold == null) {
            return Refusals.unknown(task, "UNKNOWN_HOLD", "hold", "预留", wish.holdId());
        }
        return switch (hold.state()) {
            case RELEASED -> Outcome.done(new Released(hold.holdId(), false));
            case BOOKED -> releaseBooked(hold, task);
            case HELD -> {
                holds.release(hold.holdId());
                boolean kept = task.now().isBefore(hold.expiresAt());
                yield Outcome.done(new Released(hold.holdId(), kept));
            }
        };
    }

    private Outcome<Released> releaseBooked(Hold hold, Task task) {
        Booking booking = bookings.ofHold(hold.holdId()).orElseThrow();
        return booking.cancellation() != null
                ? Outcome.done(new Released(hold.holdId(), false))
                : Refusals.alreadyBooked(task, booking.bookingId());
    }

    private static Held held(Hold hold) {
        return new Held(hold.holdId(), hold.quoteId(), World.at(hold.expiresAt()));
    }
}
