package errand.runtime.sandbox;

import errand.agent.Outcome;
import errand.agent.Task;
import errand.agent.reservation.BookHold;
import errand.agent.reservation.Booked;
import errand.agent.reservation.CancelBooking;
import errand.agent.reservation.Cancelled;
import errand.agent.reservation.Held;
import errand.agent.reservation.HoldQuote;
import errand.agent.reservation.ReleaseHold;
import errand.agent.reservation.Released;
import errand.agent.reservation.Reservations;

/**
 * A business whose wares a {@link Desk} holds, books and cancels. What is searched, and how a quote
 * is asked for, is its own.
 */
public abstract class SoldAtDesk implements Reservations {

    private final Desk desk;

    protected SoldAtDesk(Desk desk) {
        this.desk = desk;
    }

    protected final Desk desk() {
        return desk;
    }

    @Override
    public final Outcome<Held> hold(HoldQuote wish, Task task) {
        return desk.hold(wish, task);
    }

    @Override
    public final Outcome<Released> release(ReleaseHold wish, Task task) {
        return desk.release(wish, task);
    }

    @Override
    public final Outcome<Booked> book(BookHold wish, Task task) {
        return desk.book(wish, task);
    }

    @Override
    public final Outcome<Cancelled> cancel(CancelBooking wish, Task task) {
        return desk.cancel(wish, task);
    }
}
