package errand.amap.live;

import errand.agent.Outcome;
import errand.agent.Task;
import errand.amap.maps.AskPlace;
import errand.amap.maps.Guide;
import errand.amap.maps.Location;
import errand.amap.maps.MapRefusals;
import errand.amap.maps.PlaceDetail;
import errand.amap.maps.PlaceFound;
import errand.amap.maps.PlaceSearch;
import errand.amap.maps.PlacesAround;
import errand.amap.maps.PlacesFound;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Places of Amap's web service, in Amap's own order. It tells no visits. */
final class LiveGuide implements Guide {

    static final String AROUND = "/v3/place/around";
    static final String DETAIL = "/v3/place/detail";
    private static final int MOST = 10;

    /** How far a place is that somebody calls near, in metres. */
    private static final int NEAR = 10_000;

    private static final Set<String> NOTHING = Set.of("20000", "30001");

    private final AmapApi api;
    private final Finder finder;

    LiveGuide(AmapApi api, Finder finder) {
        this.api = api;
        this.finder = finder;
    }

    @Override
    public Outcome<PlacesFound> search(PlaceSearch wish, Task task) {
        return finder.city(wish.city(), task).then(city -> search(wish, city, task));
    }

    private Outcome<PlacesFound> search(PlaceSearch wish, Point city, Task task) {
        String near = wish.near();
        if (near == null || near.isBlank()) {
            Map<String, String> asked = asked(wish.text(), wish.indoor());
            asked.put("city", city.adcode());
            asked.put("citylimit", "true");
            return places(Finder.PLACES, asked, wish.indoor(), null, task);
        }
        return finder.find(near, wish.city(), wish.places(), task)
                .then(
                        middle -> {
                            Map<String, String> asked = asked(wish.text(), wish.indoor());
                            asked.put("location", middle.degrees());
                            asked.put("radius", String.valueOf(NEAR));
                            asked.put("sortrule", "weight");
                            return places(
                                    AROUND, asked, wish.indoor(), middle.shown().location(), task);
                        });
    }

    @Override
    public Outcome<PlacesFound> around(PlacesAround wish, Task task) {
        return finder.find(wish.near(), wish.city(), wish.places(), task)
                .then(
                        middle -> {
                            Map<String, String> asked = asked(wish.text(), wish.indoor());
                            asked.put("location", middle.degrees());
                            asked.put("radius", String.valueOf(wish.metres()));
                            asked.put("sortrule", "distance");
                            return places(
                                    AROUND, asked, wish.indoor(), middle.shown().location(), task);
                        });
    }

    private static Map<String, String> asked(@Nullable String text, @Nullable Boolean indoor) {
        Map<String, String> asked = new HashMap<>();
        asked.put("extensions", "all");
        asked.put("offset", "20");
        if (text != null && !text.isBlank()) {
            asked.put("keywords", text);
        } else {
            asked.put("types", indoor == null ? Kinds.SIGHTS : Kinds.sights(indoor));
        }
        return asked;
    }

    /** Amap cannot be asked for what is indoors; what is known to be the other is left out. */
    private Outcome<PlacesFound> places(
            String path,
            Map<String, String> asked,
            @Nullable Boolean indoor,
            @Nullable Location from,
            Task task) {
        return api.get(path, asked, NOTHING, task)
                .map(answer -> found(answer, indoor, from))
                .map(PlacesFound::new);
    }

    private static List<PlaceFound> found(
            JsonNode answer, @Nullable Boolean indoor, @Nullable Location from) {
        return Json.list(answer, "pois").stream()
                .map(poi -> new Poi(poi).found(from))
                .filter(
                        place ->
                                indoor == null
                                        || place.indoor() == null
                                        || place.indoor().equals(indoor))
                .limit(MOST)
                .toList();
    }

    @Override
    public Outcome<PlaceDetail> detail(AskPlace wish, Task task) {
        Map<String, String> asked = Map.of("id", wish.placeId(), "extensions", "all");
        return api.get(DETAIL, asked, NOTHING, task)
                .then(
                        answer ->
                                Json.list(answer, "pois").stream()
                                        .findFirst()
                                        .<Outcome<PlaceDetail>>map(
                                                poi -> Outcome.done(new Poi(poi).detail()))
                                        .orElseGet(
                                                () ->
                                                        MapRefusals.unknownPlace(
                                                                task, wish.placeId())));
    }
}
