package errand.amap.live;

import static errand.runtime.sandbox.Refusals.in;
import static errand.runtime.sandbox.Refusals.refused;

import errand.agent.Outcome;
import errand.agent.Task;
import errand.amap.maps.AskDistances;
import errand.amap.maps.Distance;
import errand.amap.maps.Distances;
import errand.amap.maps.Mode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** A distance matrix with Amap, which measures from many origins to one destination at a time. */
final class Matrix {

    static final String DISTANCE = "/v3/distance";
    private static final String BY_CAR = "1";
    private static final String ON_FOOT = "3";

    private final AmapApi api;
    private final Finder finder;

    Matrix(AmapApi api, Finder finder) {
        this.api = api;
        this.finder = finder;
    }

    Outcome<Distances> distances(AskDistances wish, Task task) {
        Mode mode = wish.mode() == null ? Mode.DRIVING : wish.mode();
        if (mode == Mode.TRANSIT || mode == Mode.CYCLING) {
            return notPossible(mode, task);
        }
        return points(wish.origins(), wish, task)
                .then(
                        from ->
                                points(wish.destinations(), wish, task)
                                        .then(to -> columns(mode, from, to, task))
                                        .map(columns -> rows(mode, columns, task)));
    }

    private Outcome<List<Point>> points(List<String> texts, AskDistances wish, Task task) {
        Outcome<List<Point>> all = Outcome.done(List.of());
        for (String text : texts) {
            all =
                    all.then(
                            before ->
                                    finder.find(text, wish.city(), wish.places(), task)
                                            .map(point -> with(before, point)));
        }
        return all;
    }

    /** From all origins, for each destination. */
    private Outcome<List<List<Distance>>> columns(
            Mode mode, List<Point> from, List<Point> to, Task task) {
        Outcome<List<List<Distance>>> all = Outcome.done(List.of());
        for (Point end : to) {
            all =
                    all.then(
                            before ->
                                    column(mode, from, end, task)
                                            .map(column -> with(before, column)));
        }
        return all;
    }

    private Outcome<List<Distance>> column(Mode mode, List<Point> from, Point to, Task task) {
        Map<String, String> asked =
                Map.of(
                        "origins",
                        from.stream().map(Point::degrees).collect(Collectors.joining("|")),
                        "destination",
                        to.degrees(),
                        "type",
                        mode == Mode.WALKING ? ON_FOOT : BY_CAR);
        return api.get(DISTANCE, asked, task).map(answer -> column(answer, from, to));
    }

    private static List<Distance> column(JsonNode answer, List<Point> from, Point to) {
        Map<Integer, JsonNode> byOrigin =
                Json.list(answer, "results").stream()
                        .collect(
                                Collectors.toMap(
                                        result -> (int) Json.number(result, "origin_id"),
                                        result -> result,
                                        (first, second) -> first));
        List<Distance> column = new ArrayList<>();
        for (int i = 0; i < from.size(); i++) {
            JsonNode result = byOrigin.get(i + 1);
            if (result == null) {
                throw Json.malformed("lacks a result for an origin");
            }
            column.add(distance(result, from.get(i), to));
        }
        return column;
    }

    /** Amap says why ({@code info}) instead of how far where there is no way. */
    private static Distance distance(JsonNode result, Point from, Point to) {
        boolean none = Json.find(result, "info").isPresent();
        return none
                ? new Distance(from.name(), to.name(), null, null)
                : new Distance(
                        from.name(),
                        to.name(),
                        Math.round(Json.number(result, "distance") / 100) / 10.0,
                        (int) Math.round(Json.number(result, "duration") / 60));
    }

    private static Distances rows(Mode mode, List<List<Distance>> columns, Task task) {
        List<Distance> rows = new ArrayList<>();
        for (int origin = 0; origin < columns.getFirst().size(); origin++) {
            for (List<Distance> column : columns) {
                rows.add(column.get(origin));
            }
        }
        return new Distances(
                mode, rows, in(task, "高德距离测量，按当前路况", "Measured by Amap in the present traffic"));
    }

    private static <T> List<T> with(List<T> before, T next) {
        List<T> all = new ArrayList<>(before);
        all.add(next);
        return List.copyOf(all);
    }

    private static Outcome<Distances> notPossible(Mode mode, Task task) {
        return refused(
                task,
                "MODE_NOT_POSSIBLE",
                "高德的距离测量不支持%s，可用驾车、打车或步行；%s请用route.plan逐条查询。".formatted(mode.zh(), mode.zh()),
                "Amap does not measure distances by %s, only by car, taxi or on foot; use route.plan for each pair."
                        .formatted(mode.en()));
    }
}
