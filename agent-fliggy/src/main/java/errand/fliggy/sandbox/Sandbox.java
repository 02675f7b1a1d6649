package errand.fliggy.sandbox;

import errand.fliggy.FliggyAgent;
import errand.fliggy.travel.Attractions;
import errand.fliggy.travel.Bookable;
import errand.fliggy.travel.Flights;
import errand.fliggy.travel.Hotels;
import errand.fliggy.travel.Itineraries;
import errand.fliggy.travel.Leg;
import errand.fliggy.travel.Railway;
import errand.runtime.sandbox.Counter;
import errand.runtime.sandbox.Desk;
import errand.runtime.sandbox.Shelves;
import errand.runtime.sandbox.StockControl;
import errand.runtime.sandbox.Stockroom;
import errand.runtime.sandbox.Ware;
import errand.runtime.sandbox.WorldProperties;
import errand.runtime.sandbox.pack.WorldPack;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * One whole world of travel: a seed, and a database for what deviates from it. Made by {@link #on}
 * where there is no Spring.
 */
public final class Sandbox implements AutoCloseable {

    private static final String POSSIBLE =
            "Take an offerId from a search, such as T-G43-20261207-SECOND, or an item such as"
                    + " T-G43-SECOND, F-MU1002-ECONOMY, H-HGH01-TWIN or A-HGH01-MORNING.";

    private final Timetable timetable;
    private final FlightPlan flightPlan;
    private final Lodgings lodgings;
    private final Sights sights;
    private final Bookable bookable;
    private final Stockroom room;

    /** Over a room whose tables exist: the usual size, no world pack. */
    public Sandbox(Stockroom room, long seed) {
        this(room, WorldPlan.of(seed));
    }

    /**
     * @throws errand.runtime.sandbox.pack.BadWorldPack when the world pack cannot be used
     */
    public static Sandbox of(Stockroom room, WorldProperties world) {
        WorldPack pack = WorldPack.in(world.directory());
        Sandbox sandbox = new Sandbox(room, new WorldPlan(world.seed(), world.size(), pack));
        pack.verify();
        return sandbox;
    }

    Sandbox(Stockroom room, WorldPlan plan) {
        Cities cities = Cities.shipped();
        Aviation aviation = Aviation.shipped(cities);
        this.room = room;
        timetable = new Timetable(plan.seed(), plan.size(), cities);
        flightPlan = new FlightPlan(plan.seed(), plan.size(), cities, aviation);
        lodgings = new Lodgings(plan, cities);
        sights = new Sights(plan, cities);
        Shelves shelves = room.shelves();
        Counter trains =
                room.counter(
                        "TRAIN", id -> SandboxRailway.ware(timetable, id), new RailChangeRules());
        Counter flights =
                room.counter(
                        "FLIGHT",
                        id -> SandboxFlights.ware(flightPlan, id),
                        new FlightChangeRules());
        Desk rooms = room.desk("HOTEL", id -> SandboxHotels.ware(lodgings, id));
        Desk tickets = room.desk("ATTRACTION", id -> SandboxAttractions.ware(sights, id));
        bookable =
                new Bookable(
                        new SandboxRailway(cities, timetable, shelves, trains),
                        new SandboxFlights(cities, aviation, flightPlan, shelves, flights),
                        new SandboxHotels(cities, lodgings, shelves, rooms),
                        new SandboxAttractions(cities, sights, shelves, tickets),
                        new SandboxItineraries(
                                Map.of(
                                        Leg.Kind.TRAIN,
                                        trains.desk(),
                                        Leg.Kind.FLIGHT,
                                        flights.desk(),
                                        Leg.Kind.HOTEL,
                                        rooms,
                                        Leg.Kind.ATTRACTION,
                                        tickets)));
    }

    /** With holds of 15 minutes and quotes of 30, over a Hikari pool whose tables exist. */
    public static Sandbox on(DataSource data, long seed) {
        return new Sandbox(Stockroom.on(data), seed);
    }

    @Override
    public void close() {
        room.close();
    }

    /** The agent over this world. */
    public FliggyAgent agent() {
        return FliggyAgent.selling(bookable);
    }

    public Railway railway() {
        return bookable.trains();
    }

    public Flights flights() {
        return bookable.flights();
    }

    public Hotels hotels() {
        return bookable.hotels();
    }

    public Attractions attractions() {
        return bookable.attractions();
    }

    public Itineraries itineraries() {
        return bookable.itineraries();
    }

    /** What an offer id stands for, of whatever kind. */
    Optional<Ware> ware(String offerId) {
        return SandboxRailway.ware(timetable, offerId)
                .or(() -> SandboxFlights.ware(flightPlan, offerId))
                .or(() -> SandboxHotels.ware(lodgings, offerId))
                .or(() -> SandboxAttractions.ware(sights, offerId));
    }

    /** Whether an item, such as T-G43-SECOND or H-HGH01-TWIN, is of this world. */
    boolean hasItem(String item) {
        String tomorrow = "20300101";
        String next = "20300102";
        return ware(item.replaceFirst("-([A-Z_]+)$", "-" + tomorrow + "-$1")).isPresent()
                || ware(item + "-" + tomorrow + "-" + next).isPresent();
    }

    /** Changes what is left and what it costs, as {@code /sandbox/items} does. */
    public StockControl control(Clock clock) {
        return new StockControl(room, this::ware, this::hasItem, POSSIBLE, clock);
    }

    Stockroom room() {
        return room;
    }
}
