package errand.amap.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import errand.agent.Outcome;
import errand.agent.Outcome.Done;
import errand.agent.Outcome.Refused;
import errand.agent.Task;
import errand.amap.maps.Category;
import errand.amap.maps.PlaceFound;
import errand.amap.maps.PlaceSearch;
import errand.amap.maps.PlacesFound;
import errand.testkit.Tasks;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SandboxGuideTest {

    @Test
    void knows_more_than_a_thousand_places_in_seventy_one_cities_each_with_hours() {
        List<Sight> sights = Worlds.ONE.sights;

        assertThat(sights).hasSizeGreaterThan(2_000);
        assertThat(sights.stream().map(Sight::city).distinct()).hasSize(71);
        assertThat(sights.stream().map(Sight::id).collect(Collectors.toSet()))
                .hasSameSizeAs(sights);
        assertThat(sights)
                .allSatisfy(
                        sight -> {
                            assertThat(sight.hours()).matches("\\d\\d:\\d\\d–\\d\\d:\\d\\d");
                            assertThat(sight.tenths()).isBetween(40, 49);
                            assertThat(sight.at().kilometresTo(sight.city().middle()))
                                    .isLessThan(110);
                        });
    }

    @Test
    void is_the_same_under_the_same_seed_and_another_under_another() {
        assertThat(new Worlds(42).sights).isEqualTo(Worlds.ONE.sights);
        assertThat(new Worlds(43).sights).isNotEqualTo(Worlds.ONE.sights);
    }

    @Test
    void ranks_visits_above_rating() {
        List<PlaceFound> places = search("杭州", null, null, null);

        assertThat(places).hasSize(10);
        PlaceFound first = places.getFirst();
        assertThat(first.visits()).isGreaterThan(1_000_000);
        assertThat(places).isSortedAccordingTo((a, b) -> Double.compare(stars(b), stars(a)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "亲子",
                "适合带孩子去的地方",
                "小孩",
                "kids",
                "where to go with a child",
                "children",
                "family friendly"
            })
    void finds_places_for_children_indoors_when_it_rains(String text) {
        List<PlaceFound> places = search("Hangzhou", text, true, null);

        assertThat(places)
                .hasSizeGreaterThan(3)
                .allMatch(PlaceFound::indoor)
                .allMatch(
                        place ->
                                place.category().words().contains("亲子")
                                        || place.category().words().contains("kids"));
    }

    @ParameterizedTest
    @CsvSource({
        "博物馆, MUSEUM",
        "museums, MUSEUM",
        "有什么美食, RESTAURANT",
        "古镇, OLD_TOWN",
        "shopping mall, MALL",
        "zoo, ZOO",
        "羽毛球, SPORTS"
    })
    void finds_the_kind_that_is_named(String text, Category category) {
        assertThat(search("北京", text, null, null))
                .allMatch(place -> place.category() == category)
                .hasSizeGreaterThan(category == Category.ZOO ? 0 : 1);
    }

    @Test
    void finds_by_name_and_says_nothing_where_there_is_nothing() {
        assertThat(search("西安", "大雁塔", null, null)).extracting(PlaceFound::name).contains("大雁塔");
        assertThat(search("杭州", "西湖", null, null))
                .extracting(PlaceFound::name)
                .containsExactly("西湖");
        assertThat(search("杭州", "儿童乐园", null, null))
                .isNotEmpty()
                .allMatch(place -> place.category() == Category.PLAYGROUND);
        assertThat(search("杭州", "带孩子去博物馆", null, null))
                .isNotEmpty()
                .allMatch(place -> place.category() == Category.MUSEUM);
        assertThat(search("西安", "潜水艇博览", null, null)).isEmpty();
        assertThat(search("杭州", "杭州", null, null)).hasSize(10);
    }

    @Test
    void prefers_what_is_near_and_says_how_far() {
        List<PlaceFound> places = search("上海", null, null, "徐汇区");

        assertThat(places).allMatch(place -> place.km() != null);
        assertThat(places.getFirst().km()).isLessThan(12);
    }

    @Test
    void speaks_the_language_of_the_task_and_refuses_cities_and_places_it_does_not_know() {
        PlaceSearch lake = new PlaceSearch("Hangzhou", "West Lake", null, null);
        PlaceSearch nowhere = new PlaceSearch("Ulan Bator", null, null, null);
        PlaceSearch near = new PlaceSearch("杭州", null, null, "火星大厦");

        assertThat(done(lake, Tasks.english()).getFirst().name()).isEqualTo("West Lake");
        assertThat(refused(nowhere, Tasks.english()).message())
                .startsWith("'Ulan Bator' is not a city known here. Possible are Beijing,")
                .endsWith("and others, 71 in all.");
        assertThat(refused(near, Tasks.now()).code()).isEqualTo("ADDRESS_NOT_FOUND");
    }

    private static double stars(PlaceFound place) {
        return Math.log10(Objects.requireNonNull(place.visits()))
                + Objects.requireNonNull(place.rating()) * 10 / 15;
    }

    private static List<PlaceFound> search(
            String city, @Nullable String text, @Nullable Boolean indoor, @Nullable String near) {
        return done(new PlaceSearch(city, text, indoor, near), Tasks.now());
    }

    private static List<PlaceFound> done(PlaceSearch wish, Task task) {
        Outcome<PlacesFound> outcome = Worlds.ONE.guide.search(wish, task);
        assertThat(outcome).isInstanceOf(Done.class);
        return ((Done<PlacesFound>) outcome).output().places();
    }

    private static Refused<?> refused(PlaceSearch wish, Task task) {
        Outcome<PlacesFound> outcome = Worlds.ONE.guide.search(wish, task);
        assertThat(outcome).isInstanceOf(Refused.class);
        return (Refused<?>) outcome;
    }
}
