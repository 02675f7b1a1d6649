package errand.amap.sandbox;

import static errand.runtime.sandbox.Refusals.in;

import errand.agent.Outcome;
import errand.agent.Task;
import errand.amap.maps.Geocode;
import errand.amap.maps.Geocoded;
import errand.amap.maps.MapService;
import errand.amap.maps.Mode;
import errand.amap.maps.PlanRoute;
import errand.amap.maps.Precision;
import errand.amap.maps.Route;
import errand.amap.sandbox.Estimates.Estimate;
import errand.amap.sandbox.Lookup.Found;
import errand.amap.sandbox.Lookup.Missing;
import errand.runtime.sandbox.World;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;

/** The map of the sandbox world. */
final class SandboxMap implements MapService {

    /** Two addresses in the middle of one district are not on top of each other. */
    private static final double WITHIN_A_DISTRICT = 1.5;

    private final Cities cities;
    private final Places places;

    SandboxMap(Cities cities, Places places) {
        this.cities = cities;
        this.places = places;
    }

    @Override
    public Outcome<Geocoded> geocode(Geocode wish, Task task) {
        String named = wish.city();
        City city = city(named);
        if (named != null && city == null) {
            return Wording.unknownCity(task, named, cities);
        }
        return switch (places.find(wish.text(), city)) {
            case Found(Spot spot) -> Outcome.done(new Geocoded(spot.shown(), spot.precision()));
            case Missing missing -> Wording.notFound(task, missing, cities);
        };
    }

    @Override
    public Outcome<Route> route(PlanRoute wish, Task task) {
        String named = wish.city();
        City city = city(named);
        if (named != null && city == null) {
            return Wording.unknownCity(task, named, cities);
        }
        Lookup from = from(wish, city);
        if (from instanceof Missing missing) {
            return Wording.notFound(task, missing, cities);
        }
        Spot start = ((Found) from).spot();
        return switch (to(wish, city, start)) {
            case Missing missing -> Wording.notFound(task, missing, cities);
            case Found(Spot end) -> route(wish, start, end, task);
        };
    }

    /** In the city of the end, where it cannot be told otherwise. */
    private Lookup from(PlanRoute wish, @Nullable City city) {
        Lookup from = places.find(wish.from(), city);
        return from instanceof Missing
                        && city == null
                        && places.find(wish.to(), null) instanceof Found(Spot end)
                ? places.find(wish.from(), end.city())
                : from;
    }

    /** In the city of the start, if it is there. */
    private Lookup to(PlanRoute wish, @Nullable City city, Spot start) {
        Lookup near = places.find(wish.to(), city == null ? start.city() : city);
        Lookup anywhere =
                near instanceof Missing && city == null ? places.find(wish.to(), null) : near;
        return anywhere instanceof Found ? anywhere : near;
    }

    private Outcome<Route> route(PlanRoute wish, Spot from, Spot to, Task task) {
        if (from.equals(to) && from.precision() == Precision.PLACE) {
            return Wording.samePlace(task, from.name());
        }
        double crow = Math.max(from.at().kilometresTo(to.at()), least(from, to));
        if (crow > Estimates.reach(wish.mode())) {
            return Wording.tooFar(task, wish.mode(), crow);
        }
        ZonedDateTime departs = departure(wish.departAt(), task);
        Estimate estimate = Estimates.of(wish.mode(), crow, departs);
        return Outcome.done(
                new Route(
                        wish.mode(),
                        estimate.minutes(),
                        Math.round(estimate.kilometres() * 10) / 10.0,
                        estimate.cost(),
                        from.name(),
                        to.name(),
                        note(wish.mode(), from, to, departs, task)));
    }

    private static double least(Spot from, Spot to) {
        boolean exact = from.precision() == Precision.PLACE && to.precision() == Precision.PLACE;
        return exact ? 0 : WITHIN_A_DISTRICT;
    }

    private static ZonedDateTime departure(@Nullable OffsetDateTime asked, Task task) {
        return asked == null ? task.now().atZone(World.ZONE) : asked.atZoneSameInstant(World.ZONE);
    }

    private static String note(Mode mode, Spot from, Spot to, ZonedDateTime departs, Task task) {
        StringBuilder note =
                new StringBuilder(
                        in(
                                task,
                                "估算值：按直线距离、绕行系数和该时段车速推算，不是实时路况",
                                "An estimate from the distance as the crow flies, a detour factor and the usual speed at that hour, not from live traffic"));
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

    private @Nullable City city(@Nullable String name) {
        return name == null ? null : cities.find(name).orElse(null);
    }
}
