package errand.fliggy.sandbox;

import errand.fliggy.travel.Hotels;
import errand.fliggy.travel.Railway;
import errand.runtime.sandbox.Stockroom;
import errand.runtime.sandbox.Ware;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * One whole world of travel: a seed, and a database for what deviates from it. Made by {@link #on}
 * where there is no Spring.
 */
public final class Sandbox implements AutoCloseable {

    private final Timetable timetable;
    private final Lodgings lodgings;
    private final Railway railway;
    private final Hotels hotels;
    private final Stockroom room;

    Sandbox(Stockroom room, long seed) {
        Cities cities = Cities.shipped();
        this.room = room;
        timetable = new Timetable(seed, cities);
        lodgings = new Lodgings(seed, cities);
        railway =
                new SandboxRailway(
                        cities,
                        timetable,
                        room.shelves(),
                        room.desk("TRAIN", id -> SandboxRailway.ware(timetable, id)));
        hotels =
                new SandboxHotels(
                        cities,
                        lodgings,
                        room.shelves(),
                        room.desk("HOTEL", id -> SandboxHotels.ware(lodgings, id)));
    }

    /** With holds of 15 minutes and quotes of 30, over a Hikari pool whose tables exist. */
    public static Sandbox on(DataSource data, long seed) {
        return new Sandbox(Stockroom.on(data), seed);
    }

    @Override
    public void close() {
        room.close();
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

    Stockroom room() {
        return room;
    }
}
