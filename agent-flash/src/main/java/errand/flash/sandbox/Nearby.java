package errand.flash.sandbox;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What words name among the shops of a part of town. Knows nothing of what is left. */
record Nearby(Neighbourhood world, Assortment assortment, Extras extras) {

    Nearby(Neighbourhood world) {
        this(world, new Assortment(world), new Extras());
    }

    Choosing choosing(String text, Part part) {
        return choosing(text, part, assortment.named(text));
    }

    /** The same where it is known how well dishes are named. */
    Choosing choosing(String text, Part part, Map<Dish, Integer> named) {
        Map<Dish, Integer> scores = new LinkedHashMap<>(named);
        Set<Kind> kinds =
                world.kinds().stream()
                        .filter(kind -> kind.dishes().stream().anyMatch(scores::containsKey))
                        .collect(Collectors.toSet());
        return new Choosing(text, scores, world.shopsIn(part, kinds::contains), world, extras);
    }
}
