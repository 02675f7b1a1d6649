package errand.amap.live;

import errand.agent.Money;
import errand.amap.maps.Category;
import errand.amap.maps.Location;
import errand.amap.maps.PlaceDetail;
import errand.amap.maps.PlaceFound;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A point of interest of Amap, as {@code extensions=all} gives it. */
record Poi(JsonNode node) {

    private static final long CHEAP_FEN = 3_000;
    private static final long FAIR_FEN = 8_000;
    private static final long DEAR_FEN = 15_000;

    String id() {
        return Json.text(node, "id");
    }

    private String name() {
        return Json.text(node, "name");
    }

    Category category() {
        return Kinds.of(Json.find(node, "typecode").orElse(""));
    }

    private String city() {
        return Finder.bare(Json.find(node, "cityname").orElse(""));
    }

    private String address() {
        return Json.find(node, "cityname").orElse("")
                + Json.find(node, "adname").orElse("")
                + Json.find(node, "address").orElse("");
    }

    private Location at() {
        return Gcj02.toWgs84(Point.location(Json.text(node, "location")));
    }

    private @Nullable Double rating() {
        return Json.findNumber(node.path("biz_ext"), "rating")
                .filter(stars -> stars > 0)
                .orElse(null);
    }

    private @Nullable String hours() {
        JsonNode more = node.path("biz_ext");
        return Json.find(more, "open_time")
                .or(() -> Json.find(more, "opentime2"))
                .or(() -> Json.find(more, "opentime"))
                .orElse(null);
    }

    private Optional<Money> perPerson() {
        return Json.yuan(node.path("biz_ext"), "cost").filter(cost -> cost.amount() > 0);
    }

    private @Nullable Integer priceLevel() {
        return perPerson().map(Money::amount).map(Poi::level).orElse(null);
    }

    private static int level(long fen) {
        return fen < CHEAP_FEN ? 1 : fen < FAIR_FEN ? 2 : fen < DEAR_FEN ? 3 : 4;
    }

    private @Nullable String image() {
        return Json.list(node, "photos").stream()
                .flatMap(photo -> Json.find(photo, "url").stream())
                .filter(url -> url.startsWith("http"))
                .findFirst()
                .orElse(null);
    }

    /**
     * @param from null where no distance is asked for
     */
    PlaceFound found(@Nullable Location from) {
        Double km = from == null ? null : Math.round(at().kilometresTo(from) * 10) / 10.0;
        return new PlaceFound(
                id(),
                name(),
                address(),
                category(),
                Kinds.indoor(category()),
                rating(),
                null,
                hours(),
                km,
                at(),
                priceLevel(),
                image());
    }

    PlaceDetail detail() {
        return new PlaceDetail(
                id(),
                name(),
                Json.find(node, "alias").map(List::of).orElse(List.of()),
                category(),
                address(),
                city(),
                at(),
                Kinds.indoor(category()),
                hours(),
                null,
                rating(),
                null,
                priceLevel(),
                perPerson().orElse(null),
                image());
    }
}
