package errand.amap.sandbox;

import static errand.testkit.Outcomes.done;
import static errand.testkit.Outcomes.refused;
import static org.assertj.core.api.Assertions.assertThat;

import errand.agent.Task;
import errand.amap.maps.AskDistances;
import errand.amap.maps.AskPlace;
import errand.amap.maps.AskRanking;
import errand.amap.maps.Category;
import errand.amap.maps.Distances;
import errand.amap.maps.Geocode;
import errand.amap.maps.Location;
import errand.amap.maps.Mode;
import errand.amap.maps.PlaceDetail;
import errand.amap.maps.PlaceFound;
import errand.amap.maps.PlacesAround;
import errand.amap.maps.PlanRoute;
import errand.amap.maps.RankedPlace;
import errand.amap.maps.Ranking;
import errand.amap.maps.Regeocode;
import errand.amap.maps.Regeocoded;
import errand.amap.maps.SavedPlace;
import errand.testkit.Tasks;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LookupsTest {

    private static final Worlds WORLD = Worlds.ONE;

    @ParameterizedTest
    @CsvSource({
        "公司, 西溪园区",
        "我公司前台, 西溪园区",
        "my office, 西溪园区",
        "the company, 西溪园区",
        "家, 西湖区",
        "我家, 西湖区",
        "home, 西湖区",
        "妈妈家, 上城区",
        "my mum's place, 上城区",
        "我妈家, 上城区"
    })
    void finds_what_the_person_has_saved_by_the_names_people_use(String said, String name) {
        var found = done(WORLD.map.geocode(new Geocode(null, said), Tasks.now()));

        assertThat(found.place().name()).isEqualTo(name);
        assertThat(found.place().city()).isEqualTo("杭州");
    }

    @Test
    void saved_places_are_the_persons_own_and_what_the_step_carries_counts_first() {
        Task other = user("somebody");
        List<SavedPlace> carried = List.of(new SavedPlace("office", "滨江园区"));

        assertThat(refused(WORLD.map.geocode(new Geocode(null, "公司"), other)).message())
                .isEqualTo("没有保存“公司”的地址。请说出地址（城市、区、路和门牌号）或地点名称。");
        assertThat(refused(WORLD.map.geocode(new Geocode(null, "home"), other)).code())
                .isEqualTo("ADDRESS_NOT_FOUND");
        for (Task task : List.of(other, Tasks.now())) {
            assertThat(
                            done(WORLD.map.geocode(new Geocode(null, "公司", carried), task))
                                    .place()
                                    .name())
                    .isEqualTo("滨江园区");
        }
    }

    @Test
    void routes_and_distances_start_at_saved_places_and_points() {
        var route =
                done(
                        WORLD.map.route(
                                new PlanRoute(Mode.TAXI, "公司", "120.2130,30.2907", null, null),
                                Tasks.now()));
        assertThat(route.from()).isEqualTo("西溪园区");
        assertThat(route.km()).isBetween(20.0, 30.0);

        AskDistances wish =
                new AskDistances(
                        List.of("公司", "家"),
                        List.of("杭州东站", "萧山机场", "公司", "北京南站"),
                        Mode.TAXI,
                        null,
                        null,
                        null);
        Distances distances = done(WORLD.map.distances(wish, Tasks.now()));
        assertThat(distances.distances()).hasSize(8);
        assertThat(distances.distances().get(2).minutes()).isZero();
        assertThat(distances.distances().get(3).minutes()).isNull();
        assertThat(distances.distances().get(4).from()).isEqualTo("西湖区");
        assertThat(km(distances, 1)).isGreaterThan(km(distances, 0));
        assertThat(distances.note()).contains("估算");
    }

    @Test
    void a_matrix_is_bounded() {
        List<String> eleven = Collections.nCopies(11, "西湖");
        AskDistances large = new AskDistances(eleven, eleven, null, "杭州", null, null);
        AskDistances none = new AskDistances(List.of(), eleven, null, "杭州", null, null);
        AskDistances unknown =
                new AskDistances(List.of("西湖", "火星"), eleven, null, "杭州", null, null);

        assertThat(refused(WORLD.map.distances(large, Tasks.english())).message())
                .isEqualTo(
                        "11 origins × 11 destinations are out of bounds: 1 to 20 of each, 100 pairs at most; ask in several steps.");
        assertThat(refused(WORLD.map.distances(none, Tasks.now())).code())
                .isEqualTo("TOO_MANY_PLACES");
        assertThat(refused(WORLD.map.distances(unknown, Tasks.now())).code())
                .isEqualTo("ADDRESS_NOT_FOUND");
    }

    @Test
    void says_what_is_at_a_point_nearest_first() {
        Location westLake = new Location(120.143, 30.246);
        Regeocoded at = done(WORLD.map.regeocode(new Regeocode(westLake, 3_000), Tasks.now()));

        assertThat(at.city()).isEqualTo("杭州");
        assertThat(at.address()).startsWith("杭州市").endsWith("西湖附近");
        assertThat(at.places().getFirst().name()).isEqualTo("西湖");
        assertThat(at.places())
                .isSortedAccordingTo((a, b) -> Double.compare(km(a), km(b)))
                .allMatch(place -> km(place) <= 3.0);
        Location sea = new Location(130.0, 20.0);
        assertThat(refused(WORLD.map.regeocode(new Regeocode(sea, null), Tasks.now())).code())
                .isEqualTo("OFF_THE_MAP");
    }

    @Test
    void finds_around_a_place_nearest_first_and_not_beyond() {
        List<PlaceFound> near = around("西湖", "美食", 5_000);

        assertThat(near)
                .isNotEmpty()
                .allMatch(place -> place.category() == Category.RESTAURANT)
                .allMatch(place -> km(place) <= 5.0)
                .isSortedAccordingTo((a, b) -> Double.compare(km(a), km(b)));
        assertThat(around("公司", null, 20_000)).hasSize(10);
        assertThat(around("西湖", null, 100)).extracting(PlaceFound::name).containsExactly("西湖");
    }

    @Test
    void says_all_that_is_known_of_a_place_and_whether_it_is_open() {
        PlaceFound silk = around("中国丝绸博物馆", "博物馆", 1_000).getFirst();
        AskPlace wish = new AskPlace(silk.placeId());

        PlaceDetail open = done(WORLD.guide.detail(wish, Tasks.now()));
        PlaceDetail shut =
                done(WORLD.guide.detail(wish, Tasks.at(Instant.parse("2026-11-23T12:00:00Z"))));

        assertThat(open.name()).isEqualTo("中国丝绸博物馆");
        assertThat(open.otherNames()).contains("China National Silk Museum");
        assertThat(open.hours()).isEqualTo("09:00–17:00");
        assertThat(open.openNow()).isTrue();
        assertThat(shut.openNow()).isFalse();
        assertThat(open.image()).isEqualTo("images/amap/museum.svg");
        assertThat(refused(WORLD.guide.detail(new AskPlace("X"), Tasks.english())).message())
                .isEqualTo("There is no place 'X'. Take a placeId from place.search.");
    }

    @Test
    void every_kind_of_place_has_a_picture_that_is_there() {
        for (Category category : Category.values()) {
            assertThat(getClass().getResource("/static/" + Images.of(category)))
                    .as("%s", category)
                    .isNotNull();
        }
    }

    @Test
    void ranks_by_visits_more_than_by_stars_and_says_why() {
        Ranking ranking = done(WORLD.stars.streets(new AskRanking("杭州", "美食", 12), Tasks.now()));

        assertThat(ranking.title()).isEqualTo("杭州美食扫街榜");
        assertThat(ranking.places())
                .hasSize(12)
                .allMatch(place -> place.category() == Category.RESTAURANT)
                .isSortedAccordingTo((a, b) -> Double.compare(b.score(), a.score()));
        assertThat(ranking.places())
                .anyMatch(place -> place.rankByRating() > place.rank())
                .allMatch(
                        place ->
                                Math.abs(place.visitPoints() + place.ratingPoints() - place.score())
                                        < 0.05);
        RankedPlace first = ranking.places().getFirst();
        assertThat(first.why()).contains("人次到访").contains("只看评分排第" + first.rankByRating());
    }

    @Test
    void ranks_sights_when_no_kind_is_named_and_refuses_kinds_that_there_are_not() {
        Ranking all =
                done(WORLD.stars.streets(new AskRanking("Beijing", null, null), Tasks.english()));

        assertThat(all.places()).hasSize(10).allMatch(place -> place.category().sight());
        assertThat(all.places().getFirst().why()).contains("visits in a year");
        assertThat(refused(WORLD.stars.streets(new AskRanking("北京", "潜水艇", 5), Tasks.now())).code())
                .isEqualTo("UNKNOWN_CATEGORY");
        assertThat(refused(WORLD.stars.streets(new AskRanking("北京", null, 0), Tasks.now())).code())
                .isEqualTo("BAD_QUANTITY");
    }

    private static List<PlaceFound> around(String near, @Nullable String text, int radius) {
        PlacesAround wish = new PlacesAround(near, "杭州", text, radius, null, null);
        return done(WORLD.guide.around(wish, Tasks.now())).places();
    }

    private static double km(PlaceFound place) {
        return Objects.requireNonNull(place.km());
    }

    private static double km(Distances distances, int row) {
        return Objects.requireNonNull(distances.distances().get(row).km());
    }

    private static Task user(String user) {
        Task now = Tasks.now();
        return new Task(now.id(), now.planId(), user, "zh", now.now(), now.deadline(), 1, null);
    }
}
