package errand.fliggy.sandbox;

import errand.fliggy.travel.Hotels;
import errand.fliggy.travel.Railway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** One whole world of travel: a seed, and a database for what deviates from it. */
final class Sandbox {

    private final Timetable timetable;
    private final Lodgings lodgings;
    private final Railway railway;
    private final Hotels hotels;
    private final Shelves shelves;

    /**
     * @param outside for what must stay when a transaction is rolled back
     */
    Sandbox(
            JdbcClient db,
            JdbcClient outside,
            TransactionOperations transactions,
            long seed,
            SandboxProperties properties) {
        Cities cities = Cities.shipped();
        timetable = new Timetable(seed, cities);
        lodgings = new Lodgings(seed, cities);
        shelves = new Shelves(db);
        Quotes quotes = new Quotes(db, outside);
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

    Railway railway() {
        return railway;
    }

    Hotels hotels() {
        return hotels;
    }

    Timetable timetable() {
        return timetable;
    }

    Lodgings lodgings() {
        return lodgings;
    }

    Shelves shelves() {
        return shelves;
    }
}
