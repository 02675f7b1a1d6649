package errand.amap.live;

import static errand.runtime.sandbox.Refusals.refused;

import errand.agent.Outcome;
import errand.agent.Task;
import errand.amap.maps.Location;
import errand.amap.maps.MapRefusals;
import errand.amap.maps.OwnPlaces;
import errand.amap.maps.Precision;
import errand.amap.maps.SavedPlace;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Finds with Amap what a text names: one of the person's own places that the task carries, a point
 * by its degrees, an address, or the name of a place.
 */
final class Finder {

    static final String GEOCODE = "/v3/geocode/geo";
    static final String REGEOCODE = "/v3/geocode/regeo";
    static final String PLACES = "/v3/place/text";

    /** How Amap says that it found nothing of the kind. */
    private static final Set<String> NOTHING = Set.of("30001", "20000");

    private final AmapApi api;

    Finder(AmapApi api) {
        this.api = api;
    }

    Outcome<Point> find(
            String text, @Nullable String city, @Nullable List<SavedPlace> carried, Task task) {
        OwnPlaces own = OwnPlaces.of(List.of(), carried);
        Optional<String> address = own.address(text);
        if (address.isEmpty() && OwnPlaces.isOwn(text)) {
            return MapRefusals.notSaved(task, text);
        }
        String said = address.orElse(text);
        if (Point.isDegrees(said)) {
            Location wgs = Point.location(said);
            return at(wgs, task).map(there -> named(there, said, wgs));
        }
        return geocode(said, city, task)
                .then(
                        found ->
                                found.<Outcome<Point>>map(Outcome::done)
                                        .orElseGet(() -> byName(said, city, task)));
    }

    private static Point named(Point there, String said, Location wgs) {
        return new Point(
                said,
                there.address(),
                there.city(),
                there.adcode(),
                Gcj02.ofWgs84(wgs),
                Precision.PLACE);
    }

    /** A city, for what Amap knows by its code; refused {@code UNKNOWN_CITY}. */
    Outcome<Point> city(String name, Task task) {
        return geocode(name, null, task)
                .then(
                        found ->
                                found.filter(point -> point.precision() == Precision.CITY)
                                        .<Outcome<Point>>map(Outcome::done)
                                        .orElseGet(() -> unknownCity(name, task)));
    }

    private Outcome<Optional<Point>> geocode(String text, @Nullable String city, Task task) {
        Map<String, String> asked = new HashMap<>(Map.of("address", text));
        if (city != null) {
            asked.put("city", city);
        }
        return api.get(GEOCODE, asked, NOTHING, task)
                .map(answer -> Json.list(answer, "geocodes").stream().findFirst())
                .map(found -> found.map(geocode -> geocoded(text, geocode)));
    }

    private static Point geocoded(String text, JsonNode geocode) {
        String address = Json.find(geocode, "formatted_address").orElse(text);
        Precision precision =
                switch (Json.find(geocode, "level").orElse("")) {
                    case "国家", "省", "市" -> Precision.CITY;
                    case "区县", "开发区", "乡镇", "村庄" -> Precision.DISTRICT;
                    default -> Precision.PLACE;
                };
        return new Point(
                text,
                address,
                cityOf(geocode),
                Json.text(geocode, "adcode"),
                Point.location(Json.text(geocode, "location")),
                precision);
    }

    private Outcome<Point> byName(String text, @Nullable String city, Task task) {
        Map<String, String> asked = new HashMap<>(Map.of("keywords", text, "offset", "1"));
        if (city != null) {
            asked.put("city", city);
            asked.put("citylimit", "true");
        }
        return api.get(PLACES, asked, NOTHING, task)
                .then(
                        answer ->
                                Json.list(answer, "pois").stream()
                                        .findFirst()
                                        .<Outcome<Point>>map(poi -> Outcome.done(poi(poi)))
                                        .orElseGet(() -> notFound(text, task)));
    }

    private static Point poi(JsonNode poi) {
        String name = Json.text(poi, "name");
        String city = Json.find(poi, "cityname").orElse("");
        String district = Json.find(poi, "adname").orElse("");
        return new Point(
                name,
                city + district + Json.find(poi, "address").orElse(""),
                bare(city),
                Json.find(poi, "adcode").orElse(city),
                Point.location(Json.text(poi, "location")),
                Precision.PLACE);
    }

    /** What is at a point; refused {@code OFF_THE_MAP} where Amap knows no address. */
    Outcome<Point> at(Location wgs, Task task) {
        return regeocode(wgs, 1_000, task)
                .map(
                        answer -> {
                            JsonNode part = answer.path("addressComponent");
                            return new Point(
                                    Json.text(answer, "formatted_address"),
                                    Json.text(answer, "formatted_address"),
                                    cityOf(part),
                                    Json.find(part, "adcode").orElse(""),
                                    Gcj02.ofWgs84(wgs),
                                    Precision.PLACE);
                        });
    }

    /** Amap's object {@code regeocode} for a point. */
    Outcome<JsonNode> regeocode(Location wgs, int metres, Task task) {
        Map<String, String> asked =
                Map.of(
                        "location",
                        Point.degrees(Gcj02.ofWgs84(wgs)),
                        "radius",
                        String.valueOf(metres),
                        "extensions",
                        "all");
        return api.get(REGEOCODE, asked, NOTHING, task)
                .map(answer -> answer.path("regeocode"))
                .then(
                        answer ->
                                Json.find(answer, "formatted_address").isEmpty()
                                        ? MapRefusals.offTheMap(task)
                                        : Outcome.done(answer));
    }

    /** Cities under direct rule stand as provinces, and their city is {@code []}. */
    static String cityOf(JsonNode node) {
        return bare(Json.find(node, "city").or(() -> Json.find(node, "province")).orElse(""));
    }

    /** 杭州 for 杭州市. */
    static String bare(String city) {
        return city.length() > 2 ? city.replaceAll("市$", "") : city;
    }

    private static Outcome<Point> notFound(String text, Task task) {
        return refused(
                task,
                "ADDRESS_NOT_FOUND",
                "高德没有找到“%s”。请说出城市加上区、路和门牌号，或者地点的全名。".formatted(text),
                "Amap does not know '%s'. Say the city with district, street and number, or the full name of a place."
                        .formatted(text));
    }

    static <O> Outcome<O> unknownCity(String name, Task task) {
        return refused(
                task,
                "UNKNOWN_CITY",
                "高德没有“%s”这个城市。请说出中国城市的名称，如杭州。".formatted(name),
                "Amap knows no city '%s'. Name a city of China, such as Hangzhou (杭州)."
                        .formatted(name));
    }
}
