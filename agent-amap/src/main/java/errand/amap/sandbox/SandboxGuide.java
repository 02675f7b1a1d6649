package errand.amap.sandbox;

import errand.agent.Money;
import errand.agent.Outcome;
import errand.agent.Task;
import errand.amap.maps.AskPlace;
import errand.amap.maps.Guide;
import errand.amap.maps.Location;
import errand.amap.maps.MapRefusals;
import errand.amap.maps.OwnPlaces;
import errand.amap.maps.PlaceDetail;
import errand.amap.maps.PlaceFound;
import errand.amap.maps.PlaceSearch;
import errand.amap.maps.PlacesAround;
import errand.amap.maps.PlacesFound;
import errand.amap.sandbox.PlaceIndex.Fit;
import errand.runtime.sandbox.World;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Places of the sandbox world, ranked as Street Stars would. */
final class SandboxGuide implements Guide {

    private static final int MOST = 10;

    /** So many kilometres cost as much as nine tenths of the visits. */
    private static final double KILOMETRES_PER_POINT = 12;

    /** No sight is farther from the middle of its city, in kilometres. */
    private static final double CITY = 120;

    private final Cities cities;
    private final Whereabouts whereabouts;
    private final PlaceIndex index;
    private final Map<City, List<Sight>> byCity;
    private final Map<String, Sight> byId;

    SandboxGuide(Cities cities, Whereabouts whereabouts, List<Sight> sights) {
        this.cities = cities;
        this.whereabouts = whereabouts;
        this.byId = sights.stream().collect(Collectors.toMap(Sight::id, Function.identity()));
        this.byCity = sights.stream().collect(Collectors.groupingBy(Sight::city));
        this.index = new PlaceIndex(sights);
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
        OwnPlaces own = whereabouts.ownPlaces(task, wish.places());
        return whereabouts
                .spot(whereabouts.find(near, city, own), task)
                .map(spot -> found(wish, city, spot.at(), task));
    }

    @Override
    public Outcome<PlacesFound> around(PlacesAround wish, Task task) {
        OwnPlaces own = whereabouts.ownPlaces(task, wish.places());
        return whereabouts
                .spot(wish.near(), wish.city(), own, task)
                .map(spot -> new PlacesFound(around(wish, spot, task)));
    }

    private List<PlaceFound> around(PlacesAround wish, Spot middle, Task task) {
        List<Sight> near = within(middle.at(), wish.metres() / 1_000.0);
        Fit fit = index.fit(wish.text(), middle.city(), near);
        Boolean indoor = wish.indoor();
        return near.stream()
                .filter(fit::fits)
                .filter(sight -> indoor == null || sight.indoor() == indoor)
                .limit(MOST)
                .map(sight -> sight.shown(middle.at(), task))
                .toList();
    }

    /** Nearest first, of every kind. */
    List<Sight> within(Location middle, double kilometres) {
        return byCity.entrySet().stream()
                .filter(city -> city.getKey().middle().kilometresTo(middle) < CITY + kilometres)
                .flatMap(city -> city.getValue().stream())
                .filter(sight -> sight.at().kilometresTo(middle) <= kilometres)
                .sorted(
                        Comparator.comparingDouble((Sight sight) -> sight.at().kilometresTo(middle))
                                .thenComparing(Sight::id))
                .toList();
    }

    @Override
    public Outcome<PlaceDetail> detail(AskPlace wish, Task task) {
        Sight sight = byId.get(wish.placeId());
        return sight == null
                ? MapRefusals.unknownPlace(task, wish.placeId())
                : Outcome.done(detail(sight, task));
    }

    private static PlaceDetail detail(Sight sight, Task task) {
        String name = sight.in(task);
        return new PlaceDetail(
                sight.id(),
                name,
                sight.names().stream().filter(other -> !other.equals(name)).toList(),
                sight.category(),
                sight.address(),
                sight.city().zh(),
                sight.at(),
                sight.indoor(),
                sight.hours(),
                Hours.isOpen(sight.hours(), task.now().atZone(World.ZONE).toLocalTime()),
                sight.tenths() / 10.0,
                sight.visits(),
                sight.priceLevel(),
                Money.cny(sight.fen()),
                Images.of(sight.category()));
    }

    private PlacesFound found(PlaceSearch wish, City city, @Nullable Location near, Task task) {
        List<Sight> sights = byCity.getOrDefault(city, List.of());
        Fit fit = index.fit(wish.text(), city, sights);
        Boolean indoor = wish.indoor();
        return new PlacesFound(
                sights.stream()
                        .filter(fit::fits)
                        .filter(sight -> indoor == null || sight.indoor() == indoor)
                        .sorted(
                                Comparator.comparingDouble((Sight sight) -> -rank(sight, near, fit))
                                        .thenComparing(Sight::id))
                        .limit(MOST)
                        .map(sight -> sight.shown(near, task))
                        .toList());
    }

    /** What is told of most closely counts as if it had ten times the visits. */
    private static double rank(Sight sight, @Nullable Location near, Fit fit) {
        double away = near == null ? 0 : sight.at().kilometresTo(near);
        return sight.stars() - away / KILOMETRES_PER_POINT + (fit.isClosest(sight) ? 1 : 0);
    }
}
