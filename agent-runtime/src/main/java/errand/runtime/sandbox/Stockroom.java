package errand.runtime.sandbox;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * All that a sandbox keeps in PostgreSQL: deviations, quotes, holds and bookings, in the tables
 * {@code deviation, quote, hold, turn, occupancy, booking} of the schema that the pool is set to.
 */
public final class Stockroom implements AutoCloseable {

    private final JdbcClient db;
    private final QuotePool outside;
    private final TransactionOperations transactions;
    private final Shelves shelves;
    private final Quotes quotes;
    private final Periods periods;
    private final RandomGenerator random;

    /**
     * @param data a Hikari pool; quotes get two more connections like its own
     */
    public Stockroom(DataSource data, PlatformTransactionManager transactions, Periods periods) {
        this(data, transactions, periods, new SecureRandom());
    }

    private Stockroom(
            DataSource data,
            PlatformTransactionManager transactions,
            Periods periods,
            RandomGenerator random) {
        this.db = JdbcClient.create(data);
        this.outside = new QuotePool(data);
        this.transactions = new TransactionTemplate(transactions);
        this.shelves = new Shelves(db);
        this.quotes = new Quotes(db, outside.client());
        this.periods = periods;
        this.random = random;
    }

    /** Where there is no Spring. */
    public static Stockroom on(DataSource data) {
        return new Stockroom(data, new JdbcTransactionManager(data), Periods.USUAL);
    }

    /**
     * The same, where chance must be the same each time.
     *
     * @param random what ids of quotes are made of
     */
    public static Stockroom on(DataSource data, RandomGenerator random) {
        return new Stockroom(data, new JdbcTransactionManager(data), Periods.USUAL, random);
    }

    /**
     * @param kind upper case, such as {@code TRAIN}; its search is called {@code train.search}
     * @param wares what an offer id stands for
     */
    public Desk desk(String kind, Function<String, Optional<Ware>> wares) {
        return desk(quoting(kind, wares), Exchanged.NOTHING);
    }

    /**
     * A desk whose bookings can become others; needs the table {@code exchange}, and {@code
     * CHANGED} among the states of a booking.
     *
     * @param kind as of {@link #desk}; quotes of changes are of the kind {@code …_CHANGE}
     */
    public Counter counter(String kind, Function<String, Optional<Ware>> wares, ChangeRules rules) {
        Quoting quoting = quoting(kind, wares);
        Exchanges exchanges = new Exchanges(db);
        Exchanging exchanging =
                new Exchanging(quoting, shelves, new Holds(db), new Bookings(db), exchanges, rules);
        return new Counter(desk(quoting, exchanges), new ChangeDesk(transactions, exchanging));
    }

    private Quoting quoting(String kind, Function<String, Optional<Ware>> wares) {
        return new Quoting(new Kind(kind), wares, shelves, quotes, periods, random);
    }

    private Desk desk(Quoting quoting, Exchanged exchanged) {
        Holds holds = new Holds(db);
        Bookings bookings = new Bookings(db);
        return new Desk(
                transactions,
                new Sales(db, quoting.kind().name()),
                quoting,
                new Holding(quoting, shelves, holds, bookings, periods),
                new BookingHolds(quoting, holds, bookings, exchanged, periods));
    }

    /** What was sold by the desks of this kind. */
    public Sales sales(String kind) {
        return new Sales(db, kind);
    }

    public Shelves shelves() {
        return shelves;
    }

    /** The same tables, and whatever else the sandbox keeps beside them in its schema. */
    public JdbcClient db() {
        return db;
    }

    /** Does something in one transaction: the caller's when there is one. */
    public <T> T together(Supplier<T> work) {
        return Objects.requireNonNull(transactions.execute(status -> work.get()));
    }

    /**
     * Makes a ware deviate on its days.
     *
     * @param left how many are left from now on, null to leave it
     * @param fen price of one, null to leave it
     */
    public void deviate(Ware ware, @Nullable Integer left, @Nullable Long fen, Instant now) {
        transactions.executeWithoutResult(
                status -> {
                    shelves.takeTurn(ware.itemId(), ware.days(), now);
                    Shelf shelf = shelves.look(List.of(ware.itemId()), ware.days(), now);
                    for (LocalDate day : ware.days()) {
                        int taken = shelf.takenOf(new Slot(ware.itemId(), day));
                        Integer stock = left == null ? null : left + taken;
                        shelves.set(ware.itemId(), day, stock, fen);
                    }
                });
    }

    @Override
    public void close() {
        outside.close();
    }
}
