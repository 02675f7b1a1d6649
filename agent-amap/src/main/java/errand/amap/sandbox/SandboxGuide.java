package errand.amap.sandbox;

import errand.agent.Outcome;
import errand.agent.Task;
import errand.amap.maps.Category;
import errand.amap.maps.Guide;
import errand.amap.maps.Location;
import errand.amap.maps.PlaceFound;
import errand.amap.maps.PlaceSearch;
import errand.amap.maps.PlacesFound;
import errand.amap.sandbox.Lookup.Found;
import errand.amap.sandbox.Lookup.Missing;
import errand.runtime.sandbox.Refusals;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Places of the sandbox world, ranked as Street Stars would. */
final class SandboxGuide implements Guide {

    private static final int MOST = 10;

    /** So many kilometres cost as much as nine tenths of the visits. */
    private static final double KILOMETRES_PER_POINT = 12;

    private final Cities cities;
    private final Places places;
    private final Map<City, List<Sight>> byCity;

    SandboxGuide(Cities cities, Places places, List<Sight> sights) {
        this.cities = cities;
        this.places = places;
        this.byCity = sights.stream().collect(Collectors.groupingBy(Sight::city));
    }

    @Override
    public Outcome<PlacesFound> search(PlaceSearch wish, Task task) {
        City city = cities.find(wish.city()).orElse(null);
        if (city == null) {
            return Wording.unknownCity(task, wish.city(), cities);
        }
        String near = wish.near();
        if (near == null || near.isBlank()) {
            return Outcome.done(found(wish, city, null, task));
        }
        return switch (places.find(near, city)) {
            case Missing missing -> Wording.notFound(task, missing, cities);
            case Found(Spot spot) -> Outcome.done(found(wish, city, spot.at(), task));
        };
    }

    private PlacesFound found(PlaceSearch wish, City city, @Nullable Location near, Task task) {
        List<Sight> sights = byCity.getOrDefault(city, List.of());
        Predicate<Sight> fits = fitting(wish.text(), city, sights);
        Boolean indoor = wish.indoor();
        return new PlacesFound(
                sights.stream()
                        .filter(fits)
                        .filter(sight -> indoor == null || sight.indoor() == indoor)
                        .sorted(
                                Comparator.comparingDouble((Sight sight) -> -rank(sight, near))
                                        .thenComparing(Sight::id))
                        .limit(MOST)
                        .map(sight -> shown(sight, near, task))
                        .toList());
    }

    private static double rank(Sight sight, @Nullable Location near) {
        double away = near == null ? 0 : sight.at().kilometresTo(near);
        return sight.stars() - away / KILOMETRES_PER_POINT;
    }

    /** By a whole name, else by words for kinds of places, else by a part of a name. */
    private static Predicate<Sight> fitting(@Nullable String text, City city, List<Sight> sights) {
        String wanted = text == null ? "" : Topics.wanted(Plain.of(text), city);
        if (wanted.isEmpty()) {
            return sight -> sight.category().sight();
        }
        if (sights.stream().anyMatch(sight -> Topics.isNamed(sight, wanted))) {
            return sight -> Topics.isNamed(sight, wanted);
        }
        Set<Category> categories = Topics.in(wanted);
        return categories.isEmpty()
                ? sight -> Topics.isPartlyNamed(sight, wanted)
                : sight -> categories.contains(sight.category());
    }

    private static PlaceFound shown(Sight sight, @Nullable Location near, Task task) {
        return new PlaceFound(
                sight.id(),
                Refusals.in(task, sight.zh(), sight.en()),
                sight.address(),
                sight.category(),
                sight.indoor(),
                sight.tenths() / 10.0,
                sight.visits(),
                sight.hours(),
                near == null ? null : Math.round(sight.at().kilometresTo(near) * 10) / 10.0);
    }
}
