package errand.runtime.sandbox;

import errand.agent.Outcome;
import errand.agent.Quote;
import errand.agent.Task;
import errand.agent.reservation.BookHold;
import errand.agent.reservation.Booked;
import errand.agent.reservation.CancelBooking;
import errand.agent.reservation.Cancelled;
import errand.agent.reservation.Held;
import errand.agent.reservation.HoldQuote;
import errand.agent.reservation.Quoted;
import errand.agent.reservation.ReleaseHold;
import errand.agent.reservation.Released;
import errand.agent.reservation.Reservations;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Where wares of one kind are quoted, held, booked and cancelled; each write in one transaction,
 * the caller's when there is one. Knows rules that hold for every kind, nothing of what a kind is.
 */
public final class Desk implements Reservations {

    private final TransactionOperations transactions;
    private final Sales sales;
    private final Quoting quoting;
    private final Holding holding;
    private final BookingHolds booking;

    Desk(
            TransactionOperations transactions,
            Sales sales,
            Quoting quoting,
            Holding holding,
            BookingHolds booking) {
        this.transactions = transactions;
        this.sales = sales;
        this.quoting = quoting;
        this.holding = holding;
        this.booking = booking;
    }

    public Outcome<Quoted> quote(String offerId, int quantity, Task task) {
        return quoting.quote(offerId, quantity, task);
    }

    @Override
    public Outcome<Held> hold(HoldQuote wish, Task task) {
        return together(() -> holding.hold(wish, task));
    }

    /**
     * Holds and books in one step, for what nobody keeps without an order. Refused as {@link #hold}
     * and {@link #book} are.
     */
    public Outcome<Booked> bookAtOnce(String quoteId, Task task) {
        return together(
                () ->
                        booking.notAgreed(quoteId, task)
                                .orElseGet(
                                        () ->
                                                holding.hold(new HoldQuote(quoteId), task)
                                                        .then(held -> bookHeld(held, task))));
    }

    private Outcome<Booked> bookHeld(Held held, Task task) {
        return booking.book(new BookHold(held.quoteId(), held.holdId()), task);
    }

    /** The person's own quote of this kind. */
    public Optional<Quote> find(String quoteId, Task task) {
        return quoting.find(quoteId, task).map(StoredQuote::quote);
    }

    /**
     * The person's own bookings of this kind that are neither cancelled nor changed, the newest
     * first.
     */
    public List<Standing> standing(Task task, int most) {
        return booking.standing(task, most);
    }

    /** What the person has booked of this kind, cancelled or not. */
    public Sales sales() {
        return sales;
    }

    @Override
    public Outcome<Released> release(ReleaseHold wish, Task task) {
        return together(() -> holding.release(wish, task));
    }

    @Override
    public Outcome<Booked> book(BookHold wish, Task task) {
        return together(() -> booking.book(wish, task));
    }

    @Override
    public Outcome<Cancelled> cancel(CancelBooking wish, Task task) {
        return together(() -> booking.cancel(wish, task));
    }

    private <O> Outcome<O> together(Supplier<Outcome<O>> work) {
        return Objects.requireNonNull(transactions.execute(status -> work.get()));
    }
}
