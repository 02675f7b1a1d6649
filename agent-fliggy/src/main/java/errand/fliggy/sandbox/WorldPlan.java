package errand.fliggy.sandbox;

import errand.runtime.sandbox.pack.WorldPack;

/**
 * Which world of travel it is.
 *
 * @param size how many times as many hotels, attractions, flights and ordinary trains as usual
 * @param pack what extends or replaces the generated hotels and attractions
 */
record WorldPlan(long seed, int size, WorldPack pack) {

    private static final int LARGEST = 50;

    WorldPlan {
        if (size < 1 || size > LARGEST) {
            throw new IllegalArgumentException(
                    "errand.world.size is %d; it must be from 1 to %d.".formatted(size, LARGEST));
        }
    }

    static WorldPlan of(long seed) {
        return new WorldPlan(seed, 1, WorldPack.none());
    }
}
