package errand.amap.sandbox;

import errand.agent.Task;
import errand.amap.maps.Category;
import errand.amap.maps.Location;
import errand.amap.maps.PlaceFound;
import errand.runtime.sandbox.Refusals;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A place where people go.
 *
 * @param names Chinese first, then English and others
 * @param tenths rating, 47 is 4.7
 * @param visits in a year
 * @param fen what one person usually pays there, for entry or a meal; 0 is nothing
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
        long fen,
        boolean known) {

    String zh() {
        return names.getFirst();
    }

    String en() {
        return names.size() > 1 ? names.get(1) : zh();
    }

    /** Name in the language of the task. */
    String in(Task task) {
        return Refusals.in(task, zh(), en());
    }

    /** 1 cheap to 4 dear. */
    int priceLevel() {
        return fen < 3_000 ? 1 : fen < 8_000 ? 2 : fen < 15_000 ? 3 : 4;
    }

    /** As it is shown in a list of places. */
    PlaceFound shown(@Nullable Location near, Task task) {
        return new PlaceFound(
                id,
                in(task),
                address,
                category,
                indoor,
                tenths / 10.0,
                visits,
                hours,
                near == null ? null : Math.round(at.kilometresTo(near) * 10) / 10.0,
                at,
                priceLevel(),
                Images.of(category));
    }

    /** As Street Stars rank: ten times the visits outweigh a whole star and a half. */
    double stars() {
        return Math.log10(visits) + tenths / 15.0;
    }
}
