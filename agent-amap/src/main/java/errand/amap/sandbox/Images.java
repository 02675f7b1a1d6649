package errand.amap.sandbox;

import errand.amap.maps.Category;
import java.util.Locale;

/** Pictures of kinds of places that the agent itself serves; there are none of single places. */
final class Images {

    private Images() {}

    /** Relative to the agent's own address: {@code images/amap/museum.svg}. */
    static String of(Category category) {
        return "images/amap/" + category.name().toLowerCase(Locale.ROOT).replace('_', '-') + ".svg";
    }
}
