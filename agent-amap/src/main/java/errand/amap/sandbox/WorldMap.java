package errand.amap.sandbox;

import errand.runtime.sandbox.pack.WorldPack;
import java.util.List;
import java.util.stream.Stream;

/** All of the map that needs no database: a function of the seed, its size and a world pack. */
final class WorldMap {

    private static final int LARGEST = 20;

    final long seed;
    final Cities cities;
    final Restaurants restaurants;
    final List<Sight> sights;
    final Places places;
    final Whereabouts whereabouts;
    final SandboxGuide guide;
    final SandboxMap map;

    private WorldMap(long seed, int size, WorldPack pack) {
        this.seed = seed;
        cities = Cities.shipped();
        PackedPlaces packed = PackedPlaces.of(pack, cities);
        restaurants =
                packed.replaces() ? new Restaurants(seed) : new Restaurants(seed, cities, size);
        List<Sight> generated =
                packed.replaces() ? List.of() : new Guidebook(seed, cities, size).all();

        packed.restaurants().forEach(restaurants::add);
        sights =
                Stream.of(generated, restaurants.sights(), packed.sights())
                        .flatMap(List::stream)
                        .toList();
        places = new Places(cities, new Atlas(seed, cities, sights));
        whereabouts = new Whereabouts(cities, places, KeptPlace.of(pack));
        guide = new SandboxGuide(cities, whereabouts, sights);
        map = new SandboxMap(whereabouts, guide);
    }

    /** The generated world alone. */
    static WorldMap of(long seed) {
        return of(seed, 1, WorldPack.none());
    }

    /**
     * @param size how many times as many places as usual, 1 to 20
     * @param pack what is wrong with it is noted in it
     */
    static WorldMap of(long seed, int size, WorldPack pack) {
        if (size < 1 || size > LARGEST) {
            throw new IllegalArgumentException(
                    "errand.world.size is %d; the map grows from 1 to %d times its usual size."
                            .formatted(size, LARGEST));
        }
        return new WorldMap(seed, size, pack);
    }
}
