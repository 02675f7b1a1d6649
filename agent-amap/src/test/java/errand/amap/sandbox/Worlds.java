package errand.amap.sandbox;

import errand.amap.maps.Guide;
import errand.amap.maps.MapService;
import errand.amap.maps.StreetStars;
import java.util.List;

/** The parts of one world that need no database. */
final class Worlds {

    static final Worlds ONE = new Worlds(42);

    final Cities cities;
    final Restaurants restaurants;
    final List<Sight> sights;
    final Places places;
    final MapService map;
    final Guide guide;
    final StreetStars stars;

    Worlds(long seed) {
        this(WorldMap.of(seed));
    }

    Worlds(WorldMap world) {
        cities = world.cities;
        restaurants = world.restaurants;
        sights = world.sights;
        places = world.places;
        map = world.map;
        guide = world.guide;
        stars = new SandboxStars(cities, sights);
    }

    City city(String name) {
        return cities.find(name).orElseThrow();
    }
}
