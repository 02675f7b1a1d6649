package errand.amap.sandbox;

import errand.amap.maps.Location;
import errand.runtime.sandbox.Table;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where some stations and districts really are. */
final class Points {

    /** Of a station: its English name, without the word station. */
    record Point(String name, String en, Location at) {}

    private final Map<String, Map<String, Point>> byCity = new LinkedHashMap<>();

    private Points() {}

    static Points shipped() {
        Points points = new Points();
        for (List<String> row : Table.read("/amap/points.csv")) {
            Location at =
                    new Location(Double.parseDouble(row.get(4)), Double.parseDouble(row.get(3)));
            points.byCity
                    .computeIfAbsent(row.get(2), city -> new LinkedHashMap<>())
                    .put(row.get(0), new Point(row.get(0), row.get(1), at));
        }
        return points;
    }

    Optional<Location> of(String city, String name) {
        return Optional.ofNullable(byCity.getOrDefault(city, Map.of()).get(name)).map(Point::at);
    }

    List<Point> stations(String city) {
        return byCity.getOrDefault(city, Map.of()).values().stream()
                .filter(point -> !point.en().isEmpty())
                .toList();
    }
}
