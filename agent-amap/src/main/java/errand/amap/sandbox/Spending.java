package errand.amap.sandbox;

import errand.amap.maps.Category;
import errand.runtime.sandbox.Chance;

/** What one person usually pays at a kind of place; a function of the seed. */
final class Spending {

    private Spending() {}

    /** In fen, whole fives of yuan; 0 where entry is free. */
    static long fen(long seed, Category category, String place) {
        int least = range(category)[0];
        int most = range(category)[1];
        return Chance.of(seed, "spending", place).between(least / 5, most / 5) * 500L;
    }

    /** In yuan, from and to. */
    private static int[] range(Category category) {
        return switch (category) {
            case PARK, LIBRARY, CAMPUS, OLD_TOWN, BEACH, OTHER -> new int[] {0, 0};
            case NATURE, LANDMARK, TEMPLE, GALLERY, MUSEUM -> new int[] {0, 80};
            case SCIENCE, SPORTS, ZOO -> new int[] {20, 90};
            case PLAYGROUND, AQUARIUM -> new int[] {60, 180};
            case THEME_PARK -> new int[] {100, 300};
            case MALL, RESTAURANT -> new int[] {50, 160};
        };
    }
}
