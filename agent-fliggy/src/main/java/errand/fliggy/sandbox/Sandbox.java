package errand.fliggy.sandbox;

import errand.fliggy.travel.Hotels;
import errand.fliggy.travel.Railway;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * One whole world of travel: a seed, and a database for what deviates from it. Made by {@link #on}
 * where there is no Spring.
 */
public final class Sandbox implements AutoCloseable {

    private final Timetable timetable;
    private final Lodgings lodgings;
    private final Railway railway;
    private final Hotels hotels;
    private final Shelves shelves;
    private final QuotePool outside;
    private final TransactionOperations transactions;

    Sandbox(
            JdbcClient db,
            QuotePool outside,
            TransactionOperations transactions,
            long seed,
            SandboxProperties properties) {
        Cities cities = Cities.shipped();
        timetable = new Timetable(seed, cities);
        lodgings = new Lodgings(seed, cities);
        this.outside = outside;
        this.transactions = transactions;
        shelves = new Shelves(db);
        Quotes quotes = new Quotes(db, outside.client());
        railway =
                new SandboxRailway(
                        cities,
                        timetable,
                        shelves,
                        new Desk(
                                "TRAIN",
                                id -> SandboxRailway.ware(timetable, id),
                                db,
                                quotes,
                                transactions,
                                properties));
        hotels =
                new SandboxHotels(
                        cities,
                        lodgings,
                        shelves,
                        new Desk(
                                "HOTEL",
                                id -> SandboxHotels.ware(lodgings, id),
                                db,
                                quotes,
                                transactions,
                                properties));
    }

    /** With holds of 15 minutes and quotes of 30, over a Hikari pool whose tables exist. */
    public static Sandbox on(DataSource data, long seed) {
        return new Sandbox(
                JdbcClient.create(data),
                new QuotePool(data),
                new TransactionTemplate(new JdbcTransactionManager(data)),
                seed,
                new SandboxProperties(Duration.ofMinutes(30), Duration.ofMinutes(15)));
    }

    @Override
    public void close() {
        outside.close();
    }

    public Railway railway() {
        return railway;
    }

    public Hotels hotels() {
        return hotels;
    }

    /** What an offer id stands for, train or hotel. */
    Optional<Ware> ware(String offerId) {
        return SandboxRailway.ware(timetable, offerId)
                .or(() -> SandboxHotels.ware(lodgings, offerId));
    }

    /** Whether an item, such as T-G43-SECOND or H-HGH01-TWIN, is of this world. */
    boolean hasItem(String item) {
        String tomorrow = "20300101";
        String next = "20300102";
        return ware(item.replaceFirst("-([A-Z]+)$", "-" + tomorrow + "-$1")).isPresent()
                || ware(item + "-" + tomorrow + "-" + next).isPresent();
    }

    /**
     * Makes a ware deviate on its days.
     *
     * @param left how many are left from now on, null to leave it
     * @param fen price of one, null to leave it
     */
    void deviate(Ware ware, @Nullable Integer left, @Nullable Long fen, Instant now) {
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

    Shelves shelves() {
        return shelves;
    }
}
