package errand.amap.sandbox;

import errand.amap.maps.Guide;
import errand.amap.maps.MapService;
import errand.amap.maps.Weather;
import errand.amap.meals.Meals;
import errand.runtime.sandbox.Stockroom;
import errand.runtime.sandbox.Ware;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;

/**
 * One whole map: a seed, and a database for the tables that people hold. Made by {@link #on} where
 * there is no Spring.
 */
public final class Sandbox implements AutoCloseable {

    private final Stockroom room;
    private final Restaurants restaurants;
    private final MapService map;
    private final Guide guide;
    private final Weather weather;
    private final Meals meals;

    Sandbox(Stockroom room, long seed) {
        Cities cities = Cities.shipped();
        this.room = room;
        restaurants = new Restaurants(seed, cities);
        var sights =
                Stream.concat(
                                new Guidebook(seed, cities).all().stream(),
                                restaurants.sights().stream())
                        .toList();
        Places places = new Places(cities, new Atlas(seed, cities, sights));
        map = new SandboxMap(cities, places);
        guide = new SandboxGuide(cities, places, sights);
        weather = new SandboxWeather(cities, new Climate(seed));
        meals = new SandboxMeals(cities, restaurants, room);
    }

    /** With holds of 15 minutes and quotes of 30, over a Hikari pool whose tables exist. */
    public static Sandbox on(DataSource data, long seed) {
        return new Sandbox(Stockroom.on(data), seed);
    }

    @Override
    public void close() {
        room.close();
    }

    public MapService map() {
        return map;
    }

    public Guide guide() {
        return guide;
    }

    public Weather weather() {
        return weather;
    }

    public Meals meals() {
        return meals;
    }

    Optional<Ware> ware(String offerId) {
        return SandboxMeals.ware(restaurants, offerId);
    }

    /** Whether an item, such as M-HGH01, is of this world. */
    boolean hasItem(String item) {
        return restaurants.find(item).isPresent();
    }

    /** Tables of an item on a day before anything is held. */
    int usualTables(String item, LocalDate day) {
        return restaurants.tables(restaurants.find(item).orElseThrow(), day);
    }

    Stockroom room() {
        return room;
    }
}
