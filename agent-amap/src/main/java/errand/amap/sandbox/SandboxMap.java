package errand.amap.sandbox;

import static errand.runtime.sandbox.Refusals.in;

import errand.agent.Outcome;
import errand.agent.Task;
import errand.amap.maps.AskDistances;
import errand.amap.maps.Distance;
import errand.amap.maps.Distances;
import errand.amap.maps.Geocode;
import errand.amap.maps.Geocoded;
import errand.amap.maps.MapRefusals;
import errand.amap.maps.MapService;
import errand.amap.maps.Mode;
import errand.amap.maps.OwnPlaces;
import errand.amap.maps.PlanRoute;
import errand.amap.maps.Precision;
import errand.amap.maps.Regeocode;
import errand.amap.maps.Regeocoded;
import errand.amap.maps.Route;
import errand.amap.sandbox.Estimates.Estimate;
import errand.amap.sandbox.Whereabouts.Way;
import errand.runtime.sandbox.World;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The map of the sandbox world. */
final class SandboxMap implements MapService {

    private static final int NEAREST = 10;
    private static final int USUAL_METRES = 1_000;
    private static final int MOST_METRES = 3_000;

    private final Whereabouts whereabouts;
    private final SandboxGuide guide;

    SandboxMap(Whereabouts whereabouts, SandboxGuide guide) {
        this.whereabouts = whereabouts;
        this.guide = guide;
    }

    @Override
    public Outcome<Regeocoded> regeocode(Regeocode wish, Task task) {
        City city = whereabouts.nearestCity(wish.location()).orElse(null);
        if (city == null) {
            return MapRefusals.offTheMap(task);
        }
        District district = city.districts().get(Fleet.area(city, wish.location()));
        int metres = wish.radius() == null ? USUAL_METRES : wish.radius();
        List<Sight> near =
                guide.within(wish.location(), Math.clamp(metres, 100, MOST_METRES) / 1_000.0);
        String address = city.zh() + "市" + district.zh();
        return Outcome.done(
                new Regeocoded(
                        near.isEmpty() ? address : address + near.getFirst().zh() + "附近",
                        city.zh(),
                        district.zh(),
                        wish.location(),
                        near.stream()
                                .limit(NEAREST)
                                .map(sight -> sight.shown(wish.location(), task))
                                .toList(),
                        in(
                                task,
                                "沙箱没有街道数据：按最近的区和地点推定",
                                "The sandbox has no streets: told from the nearest district and place")));
    }

    @Override
    public Outcome<Distances> distances(AskDistances wish, Task task) {
        if (!wish.bounded()) {
            return MapRefusals.tooManyPlaces(
                    task, wish.origins().size(), wish.destinations().size());
        }
        OwnPlaces own = whereabouts.ownPlaces(task, wish.places());
        return spots(wish.origins(), wish.city(), own, task)
                .then(
                        from ->
                                spots(wish.destinations(), wish.city(), own, task)
                                        .map(to -> distances(wish, from, to, task)));
    }

    /** All of them, or the refusal of the first that is not found. */
    private Outcome<List<Spot>> spots(
            List<String> texts, @Nullable String city, OwnPlaces own, Task task) {
        Outcome<List<Spot>> found = Outcome.done(List.of());
        for (String text : texts) {
            found =
                    found.then(
                            before ->
                                    whereabouts
                                            .spot(text, city, own, task)
                                            .map(
                                                    spot ->
                                                            Stream.concat(
                                                                            before.stream(),
                                                                            Stream.of(spot))
                                                                    .toList()));
        }
        return found;
    }

    private static Distances distances(
            AskDistances wish, List<Spot> origins, List<Spot> destinations, Task task) {
        Mode mode = wish.mode() == null ? Mode.DRIVING : wish.mode();
        ZonedDateTime departs = departure(wish.departAt(), task);
        List<Distance> all =
                origins.stream()
                        .flatMap(
                                from ->
                                        destinations.stream()
                                                .map(to -> distance(mode, from, to, departs)))
                        .toList();
        return new Distances(mode, all, estimated(task));
    }

    private static Distance distance(Mode mode, Spot from, Spot to, ZonedDateTime departs) {
        if (from.equals(to)) {
            return new Distance(from.name(), to.name(), 0.0, 0);
        }
        double crow = Whereabouts.crow(from, to);
        if (crow > Estimates.reach(mode)) {
            return new Distance(from.name(), to.name(), null, null);
        }
        Estimate estimate = Estimates.of(mode, crow, departs);
        return new Distance(
                from.name(),
                to.name(),
                Math.round(estimate.kilometres() * 10) / 10.0,
                estimate.minutes());
    }

    @Override
    public Outcome<Geocoded> geocode(Geocode wish, Task task) {
        OwnPlaces own = whereabouts.ownPlaces(task, wish.places());
        return whereabouts
                .spot(wish.text(), wish.city(), own, task)
                .map(spot -> new Geocoded(spot.shown(), spot.precision()));
    }

    @Override
    public Outcome<Route> route(PlanRoute wish, Task task) {
        OwnPlaces own = whereabouts.ownPlaces(task, wish.places());
        return whereabouts
                .way(wish.from(), wish.to(), wish.city(), own, task)
                .then(way -> route(wish, way, task));
    }

    private static Outcome<Route> route(PlanRoute wish, Way way, Task task) {
        if (way.crow() > Estimates.reach(wish.mode())) {
            return Wording.tooFar(task, wish.mode(), way.crow());
        }
        ZonedDateTime departs = departure(wish.departAt(), task);
        Estimate estimate = Estimates.of(wish.mode(), way.crow(), departs);
        return Outcome.done(
                new Route(
                        wish.mode(),
                        estimate.minutes(),
                        Math.round(estimate.kilometres() * 10) / 10.0,
                        estimate.cost(),
                        way.from().name(),
                        way.to().name(),
                        note(wish.mode(), way.from(), way.to(), departs, task)));
    }

    private static ZonedDateTime departure(@Nullable OffsetDateTime asked, Task task) {
        return asked == null ? task.now().atZone(World.ZONE) : asked.atZoneSameInstant(World.ZONE);
    }

    private static String note(Mode mode, Spot from, Spot to, ZonedDateTime departs, Task task) {
        StringBuilder note = new StringBuilder(estimated(task));
        for (Spot spot : from.equals(to) ? new Spot[] {from} : new Spot[] {from, to}) {
            if (spot.precision() != Precision.PLACE) {
                note.append(
                        in(
                                task,
                                "；%s按其中心位置计算".formatted(spot.name()),
                                "; %s stands for its middle".formatted(spot.name())));
            }
        }
        if (mode == Mode.TRANSIT && Estimates.isNight(departs)) {
            note.append(in(task, "；该时段地铁可能停运", "; the underground may be closed at that hour"));
        }
        return note.toString();
    }

    private static String estimated(Task task) {
        return in(
                task,
                "估算值：按直线距离、绕行系数和该时段车速推算，不是实时路况",
                "An estimate from the distance as the crow flies, a detour factor and the usual speed at that hour, not from live traffic");
    }
}
