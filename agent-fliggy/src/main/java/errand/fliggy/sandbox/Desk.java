package errand.fliggy.sandbox;

import errand.agent.Outcome;
import errand.agent.Task;
import errand.fliggy.travel.BookHold;
import errand.fliggy.travel.Booked;
import errand.fliggy.travel.CancelBooking;
import errand.fliggy.travel.Cancelled;
import errand.fliggy.travel.Held;
import errand.fliggy.travel.HoldQuote;
import errand.fliggy.travel.Quoted;
import errand.fliggy.travel.ReleaseHold;
import errand.fliggy.travel.Released;
import errand.fliggy.travel.Reservations;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Where wares of one kind are quoted, held, booked and cancelled; each write in one transaction,
 * the caller's when there is one. Knows rules that hold for every kind, nothing of trains or rooms.
 */
final class Desk implements Reservations {

    private final TransactionOperations transactions;
    private final Quoting quoting;
    private final Holding holding;
    private final BookingHolds booking;

    /**
     * @param kind {@code TRAIN} or {@code HOTEL}
     * @param wares what an offer id stands for
     */
    Desk(
            String kind,
            Function<String, Optional<Ware>> wares,
            JdbcClient db,
            Quotes quotes,
            TransactionOperations transactions,
            SandboxProperties properties) {
        Shelves shelves = new Shelves(db);
        Holds holds = new Holds(db);
        Bookings bookings = new Bookings(db);
        this.transactions = transactions;
        this.quoting = new Quoting(kind, wares, shelves, quotes, properties);
        this.holding = new Holding(quoting, shelves, holds, bookings, properties);
        this.booking = new BookingHolds(quoting, holds, bookings, properties);
    }

    Outcome<Quoted> quote(String offerId, int quantity, Task task) {
        return quoting.quote(offerId, quantity, task);
    }

    @Override
    public Outcome<Held> hold(HoldQuote wish, Task task) {
        return together(() -> holding.hold(wish, task));
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
