package errand.amap;

import errand.agent.Agent;
import errand.agent.Capabilities;
import errand.agent.Outcome;
import errand.agent.Task;
import errand.amap.Estimates.Estimate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What Amap can do so far: find places it knows, and estimate the way between them. */
@Component
final class AmapAgent implements Agent {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final Places places = Places.shipped();

    @Override
    public Capabilities capabilities() {
        return Capabilities.of("amap")
                .can("address.geocode", Geocode.class, Geocoded.class, this::geocode)
                .described("Says where a place or address is (地址解析)")
                .reads()
                .can("route.plan", PlanRoute.class, Route.class, this::route)
                .described(
                        "Estimates minutes and cost from one place to another (路线) by car, public transport, on foot or by taxi")
                .reads();
    }

    private Outcome<Geocoded> geocode(Geocode wish, Task task) {
        String text = wish.city() == null ? wish.text() : wish.city() + wish.text();
        return places.find(text)
                .or(() -> wish.city() == null ? Optional.empty() : places.find(wish.text()))
                .map(AmapAgent::geocoded)
                .map(Outcome::done)
                .orElseGet(() -> unknown(task, wish.text()));
    }

    private Outcome<Route> route(PlanRoute wish, Task task) {
        Optional<Place> from = places.find(wish.from());
        Optional<Place> to = places.find(wish.to());
        if (from.isEmpty() || to.isEmpty()) {
            return unknown(task, from.isEmpty() ? wish.from() : wish.to());
        }
        double crow = from.get().location().kilometresTo(to.get().location());
        if (crow > Estimates.reach(wish.mode())) {
            return tooFar(task, wish.mode(), crow);
        }
        OffsetDateTime asked = wish.departAt();
        ZonedDateTime departs =
                asked == null ? task.now().atZone(ZONE) : asked.atZoneSameInstant(ZONE);
        Estimate estimate = Estimates.of(wish.mode(), crow, departs);
        return Outcome.done(
                new Route(
                        wish.mode(),
                        from.get().name(),
                        to.get().name(),
                        Math.round(estimate.kilometres() * 10) / 10.0,
                        estimate.minutes(),
                        estimate.cost(),
                        true,
                        in(
                                task,
                                "按直线距离估算，仅供参考",
                                "An estimate from the distance, not from a street map")));
    }

    private static Geocoded geocoded(Place place) {
        return new Geocoded(place.name(), place.city(), place.kind(), place.location());
    }

    private static <O> Outcome<O> unknown(Task task, String text) {
        return Outcome.refused(
                "UNKNOWN_PLACE",
                in(
                        task,
                        "不知道“%s”在哪里，请说城市和区，或车站、机场、景点的名称。".formatted(text),
                        "'%s' is not a known place. Name a city and district, a station, an airport or a sight."
                                .formatted(text)));
    }

    private static <O> Outcome<O> tooFar(Task task, Mode mode, double kilometres) {
        return Outcome.refused(
                "TOO_FAR",
                in(
                        task,
                        "直线%d公里，%s太远（最多%d公里），请换一种方式。"
                                .formatted(
                                        Math.round(kilometres),
                                        mode.zh(),
                                        Math.round(Estimates.reach(mode))),
                        "%d km is too far for %s (%d km at most); choose another way."
                                .formatted(
                                        Math.round(kilometres),
                                        mode,
                                        Math.round(Estimates.reach(mode)))));
    }

    private static String in(Task task, String zh, String en) {
        return task.lang().startsWith("en") ? en : zh;
    }
}
