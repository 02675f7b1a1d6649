package errand.amap.sandbox;

import errand.amap.maps.Guide;
import errand.amap.maps.MapService;
import errand.amap.maps.StreetStars;
import java.util.List;
import java.util.stream.Stream;

/** The parts of one world that need no database. */
final class Worlds {

    static final Worlds ONE = new Worlds(42);

    final Cities cities = Cities.shipped();
    final Restaurants restaurants;
    final List<Sight> sights;
    final Places places;
    final MapService map;
    final Guide guide;
    final StreetStars stars;

    Worlds(long seed) {
        restaurants = new Restaurants(seed, cities);
        sights =
                Stream.concat(
                                new Guidebook(seed, cities).all().stream(),
                                restaurants.sights().stream())
                        .toList();
        places = new Places(cities, new Atlas(seed, cities, sights));
        Whereabouts whereabouts = new Whereabouts(cities, places);
        SandboxGuide sandboxGuide = new SandboxGuide(cities, whereabouts, sights);
        map = new SandboxMap(whereabouts, sandboxGuide);
        guide = sandboxGuide;
        stars = new SandboxStars(cities, sights);
    }

    City city(String name) {
        return cities.find(name).orElseThrow();
    }
}
