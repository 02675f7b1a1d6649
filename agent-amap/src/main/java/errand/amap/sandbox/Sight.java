package errand.amap.sandbox;

import errand.amap.maps.Category;
import errand.amap.maps.Location;
import java.util.List;

/**
 * A place where people go.
 *
 * @param names Chinese first, then English and others
 * @param tenths rating, 47 is 4.7
 * @param visits in a year
 * @param known whether it is a real one that people name, not a generated one
 */
record Sight(
        String id,
        List<String> names,
        City city,
        String address,
        Category category,
        boolean indoor,
        Location at,
        int tenths,
        int visits,
        String hours,
        boolean known) {

    String zh() {
        return names.getFirst();
    }

    String en() {
        return names.size() > 1 ? names.get(1) : zh();
    }

    /** As Street Stars rank: ten times the visits outweigh a whole star and a half. */
    double stars() {
        return Math.log10(visits) + tenths / 15.0;
    }
}
