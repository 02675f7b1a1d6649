package errand.amap.live;

import static errand.runtime.sandbox.Refusals.in;
import static errand.runtime.sandbox.Refusals.refused;

import errand.agent.Money;
import errand.agent.Outcome;
import errand.agent.Task;
import errand.amap.maps.Mode;
import errand.amap.maps.PlanRoute;
import errand.amap.maps.Route;
import errand.runtime.sandbox.World;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Ways from one point to another with Amap: the first that it proposes. */
final class Directions {

    static final String DRIVING = "/v5/direction/driving";
    static final String TRANSIT = "/v3/direction/transit/integrated";
    static final String WALKING = "/v3/direction/walking";
    static final String CYCLING = "/v4/direction/bicycling";

    /** Outside of China, no road near, no way found, too far for that way of getting there. */
    private static final Set<String> NO_WAY = Set.of("20800", "20801", "20802", "20803");

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    private final AmapApi api;

    Directions(AmapApi api) {
        this.api = api;
    }

    /** Metres, seconds and what it costs. */
    private record Way(double metres, double seconds, Money cost) {}

    Outcome<Route> route(PlanRoute wish, Point from, Point to, Task task) {
        Map<String, String> asked = new HashMap<>();
        asked.put("origin", from.degrees());
        asked.put("destination", to.degrees());
        Outcome<Optional<Way>> way =
                switch (wish.mode()) {
                    case DRIVING, TAXI -> driving(wish.mode(), asked, task);
                    case TRANSIT -> transit(wish, from, to, asked, task);
                    case WALKING -> first(WALKING, asked, "route", task);
                    case CYCLING -> first(CYCLING, asked, "data", task);
                };
        return way.then(
                found ->
                        found.<Outcome<Route>>map(
                                        one ->
                                                Outcome.done(
                                                        shown(wish.mode(), one, from, to, task)))
                                .orElseGet(() -> noWay(wish.mode(), from, to, task)));
    }

    private Outcome<Optional<Way>> driving(Mode mode, Map<String, String> asked, Task task) {
        asked.put("show_fields", "cost");
        return api.get(DRIVING, asked, NO_WAY, task)
                .map(
                        answer -> {
                            JsonNode route = answer.path("route");
                            return Json.list(route, "paths").stream()
                                    .findFirst()
                                    .map(path -> driven(mode, route, path));
                        });
    }

    private static Way driven(Mode mode, JsonNode route, JsonNode path) {
        JsonNode cost = path.path("cost");
        Money money =
                (mode == Mode.TAXI ? Json.yuan(route, "taxi_cost") : Json.yuan(cost, "tolls"))
                        .orElse(Money.cny(0));
        return new Way(Json.number(path, "distance"), Json.number(cost, "duration"), money);
    }

    private Outcome<Optional<Way>> transit(
            PlanRoute wish, Point from, Point to, Map<String, String> asked, Task task) {
        asked.put("city", from.city());
        asked.put("cityd", to.city());
        if (wish.departAt() != null) {
            ZonedDateTime departs = wish.departAt().atZoneSameInstant(World.ZONE);
            asked.put("date", departs.toLocalDate().toString());
            asked.put("time", TIME.format(departs));
        }
        double direct = from.gcj().kilometresTo(to.gcj()) * 1_000;
        return api.get(TRANSIT, asked, NO_WAY, task)
                .map(
                        answer ->
                                Json.list(answer.path("route"), "transits").stream()
                                        .findFirst()
                                        .map(transit -> ridden(transit, direct)));
    }

    /** Where Amap does not say how far it is, it is as the crow flies. */
    private static Way ridden(JsonNode transit, double direct) {
        return new Way(
                Json.findNumber(transit, "distance").orElse(direct),
                Json.number(transit, "duration"),
                Json.yuan(transit, "cost").orElse(Money.cny(0)));
    }

    private Outcome<Optional<Way>> first(
            String path, Map<String, String> asked, String field, Task task) {
        return api.get(path, asked, NO_WAY, task)
                .map(
                        answer ->
                                Json.list(answer.path(field), "paths").stream()
                                        .findFirst()
                                        .map(
                                                one ->
                                                        new Way(
                                                                Json.number(one, "distance"),
                                                                Json.number(one, "duration"),
                                                                Money.cny(0))));
    }

    private static Route shown(Mode mode, Way way, Point from, Point to, Task task) {
        return new Route(
                mode,
                Math.max(1, (int) Math.round(way.seconds() / 60)),
                Math.round(way.metres() / 100) / 10.0,
                way.cost(),
                from.name(),
                to.name(),
                note(mode, task));
    }

    private static String note(Mode mode, Task task) {
        return switch (mode) {
            case DRIVING ->
                    in(
                            task,
                            "高德路线，按当前路况；费用只含过路费",
                            "Amap's route in the present traffic; the cost is tolls only");
            case TAXI ->
                    in(
                            task,
                            "高德路线，按当前路况；费用为高德预估的打车费，不含等车时间",
                            "Amap's route in the present traffic; the cost is Amap's estimate of the fare, waiting not counted");
            case TRANSIT -> in(task, "高德公交换乘方案，含票价", "Amap's connection with its fare");
            case WALKING, CYCLING -> in(task, "高德路线", "Amap's route");
        };
    }

    private static Outcome<Route> noWay(Mode mode, Point from, Point to, Task task) {
        return refused(
                task,
                "NO_ROUTE",
                "高德没有从%s到%s的%s路线，请换一种方式。".formatted(from.name(), to.name(), mode.zh()),
                "Amap knows no way from %s to %s by %s; choose another way."
                        .formatted(from.name(), to.name(), mode.en()));
    }
}
