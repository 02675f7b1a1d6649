package errand.amap.live;

import static errand.runtime.sandbox.Refusals.in;

import errand.agent.Outcome;
import errand.agent.Task;
import errand.amap.maps.AskDistances;
import errand.amap.maps.Distances;
import errand.amap.maps.Geocode;
import errand.amap.maps.Geocoded;
import errand.amap.maps.MapRefusals;
import errand.amap.maps.MapService;
import errand.amap.maps.PlaceFound;
import errand.amap.maps.PlanRoute;
import errand.amap.maps.Precision;
import errand.amap.maps.Regeocode;
import errand.amap.maps.Regeocoded;
import errand.amap.maps.Route;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import tools.jackson.databind.JsonNode;

/** Amap's web service as the map. */
final class LiveMap implements MapService {

    private static final int NEAREST = 10;
    private static final int USUAL_METRES = 1_000;
    private static final int MOST_METRES = 3_000;

    private final Finder finder;
    private final Directions directions;
    private final Matrix matrix;

    LiveMap(AmapApi api, Finder finder) {
        this.finder = finder;
        this.directions = new Directions(api);
        this.matrix = new Matrix(api, finder);
    }

    @Override
    public Outcome<Geocoded> geocode(Geocode wish, Task task) {
        return finder.find(wish.text(), wish.city(), wish.places(), task)
                .map(point -> new Geocoded(point.shown(), point.precision()));
    }

    @Override
    public Outcome<Route> route(PlanRoute wish, Task task) {
        return finder.find(wish.from(), wish.city(), wish.places(), task)
                .then(
                        from ->
                                finder.find(wish.to(), city(wish, from), wish.places(), task)
                                        .then(to -> route(wish, from, to, task)));
    }

    /** The end lies in the city of the start, unless its text says another. */
    private static String city(PlanRoute wish, Point from) {
        return wish.city() == null ? from.city() : wish.city();
    }

    private Outcome<Route> route(PlanRoute wish, Point from, Point to, Task task) {
        return from.degrees().equals(to.degrees()) && from.precision() == Precision.PLACE
                ? MapRefusals.samePlace(task, from.name())
                : directions.route(wish, from, to, task);
    }

    @Override
    public Outcome<Regeocoded> regeocode(Regeocode wish, Task task) {
        int asked = wish.radius() == null ? USUAL_METRES : wish.radius();
        return finder.regeocode(wish.location(), Math.clamp(asked, 100, MOST_METRES), task)
                .map(answer -> regeocoded(wish, answer, task));
    }

    private static Regeocoded regeocoded(Regeocode wish, JsonNode answer, Task task) {
        JsonNode part = answer.path("addressComponent");
        List<PlaceFound> near =
                Json.list(answer, "pois").stream()
                        .map(poi -> new Poi(poi).found(wish.location()))
                        .sorted(
                                Comparator.comparingDouble(
                                        place -> Objects.requireNonNull(place.km())))
                        .limit(NEAREST)
                        .toList();
        return new Regeocoded(
                Json.text(answer, "formatted_address"),
                Finder.cityOf(part),
                Json.find(part, "district").orElse(null),
                wish.location(),
                near,
                in(task, "高德逆地理编码", "From Amap's reverse geocoding"));
    }

    @Override
    public Outcome<Distances> distances(AskDistances wish, Task task) {
        return wish.bounded()
                ? matrix.distances(wish, task)
                : MapRefusals.tooManyPlaces(
                        task, wish.origins().size(), wish.destinations().size());
    }
}
