package errand.amap.sandbox;

import errand.amap.Services;
import errand.runtime.sandbox.StockControl;
import errand.runtime.sandbox.Stockroom;
import errand.runtime.sandbox.Ware;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * One whole map: a seed, and a database for the tables that people hold. Made by {@link #on} where
 * there is no Spring.
 */
public final class Sandbox implements AutoCloseable {

    private static final String POSSIBLE =
            "Take an offerId from a search, such as M-HGH01-20261207 or D-HGH01-1830-4-20261207, or"
                    + " an item of every day such as M-HGH01 (tables for groups), D-HGH01-1830-4"
                    + " (tables for four at 18:30) or T-HGH03-E18 (economy cars of the third district"
                    + " from 18:00 to 19:00); T-HGH03-E18-20261207 are those of one day.";

    private final Stockroom room;
    private final Restaurants restaurants;
    private final Seating seating;
    private final RideIds rideIds;
    private final Services services;

    /** Over a room whose tables exist; a world of usual size. */
    public Sandbox(Stockroom room, long seed) {
        this(room, WorldMap.of(seed));
    }

    Sandbox(Stockroom room, WorldMap world) {
        Fleet fleet = new Fleet(world.seed);
        Cities cities = world.cities;
        this.room = room;
        restaurants = world.restaurants;
        seating = new Seating(world.seed);
        rideIds = new RideIds(cities, fleet);
        services =
                new Services(
                        world.map,
                        world.guide,
                        new SandboxWeather(cities, new Climate(world.seed)),
                        new SandboxStars(cities, world.sights),
                        new SandboxRides(world.whereabouts, fleet, rideIds, room),
                        new SandboxMeals(cities, restaurants, room),
                        new SandboxDining(cities, world.whereabouts, restaurants, seating, room));
    }

    /** With holds of 15 minutes and quotes of 30, over a Hikari pool whose tables exist. */
    public static Sandbox on(DataSource data, long seed) {
        return new Sandbox(Stockroom.on(data), seed);
    }

    @Override
    public void close() {
        room.close();
    }

    /** All that the agent can do in this world. */
    public Services services() {
        return services;
    }

    Optional<Ware> ware(String offerId) {
        return SandboxMeals.ware(restaurants, offerId)
                .or(() -> SandboxDining.table(restaurants, seating, offerId))
                .or(() -> rideIds.read(offerId));
    }

    /** Whether an item, such as M-HGH01, is of this world. */
    boolean hasItem(String item) {
        return restaurants.find(item).isPresent()
                || SandboxDining.isItem(restaurants, seating, item)
                || rideIds.isItem(item);
    }

    /** Tables of an item on a day before anything is held. */
    int usualTables(String item, LocalDate day) {
        return restaurants.tables(restaurants.find(item).orElseThrow(), day);
    }

    /** Changes what is left and what it costs, as {@code /sandbox/items} does. */
    public StockControl control(Clock clock) {
        return new StockControl(room, this::ware, this::hasItem, POSSIBLE, clock);
    }

    Stockroom room() {
        return room;
    }
}
