package errand.amap.maps;

import static errand.testkit.Outcomes.done;
import static errand.testkit.Outcomes.refused;
import static org.assertj.core.api.Assertions.assertThat;

import errand.agent.Task;
import errand.amap.Services;
import errand.runtime.sandbox.World;
import errand.testkit.Tasks;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What every adapter of the map keeps, be it of a sandbox or of the vendor. Both know Hangzhou with
 * 西湖, 西溪园区 and 杭州东站.
 */
public abstract class LookupsContract {

    private static final Location WEST_LAKE = new Location(120.143, 30.246);

    /** The adapter under test. */
    protected abstract Services services();

    @Test
    void says_where_a_place_is_in_wgs84() {
        Geocoded lake = done(map().geocode(new Geocode("杭州", "西湖"), Tasks.now()));

        assertThat(lake.place().city()).isEqualTo("杭州");
        assertThat(lake.precision()).isEqualTo(Precision.PLACE);
        assertThat(lake.place().location().kilometresTo(WEST_LAKE)).isLessThan(0.2);
    }

    @Test
    void guesses_no_place() {
        assertThat(refused(map().geocode(new Geocode("杭州", "火星大厦"), Tasks.now())).code())
                .isEqualTo("ADDRESS_NOT_FOUND");
        assertThat(refused(map().geocode(new Geocode("杭州", "火星大厦"), Tasks.english())).message())
                .contains("火星大厦");
    }

    @Test
    void a_place_of_the_persons_own_is_what_the_step_carries_or_asked_for() {
        List<SavedPlace> carried = List.of(new SavedPlace("公司", "西溪园区"));
        Task stranger = stranger();

        assertThat(refused(map().geocode(new Geocode(null, "我公司"), stranger)).message())
                .isEqualTo("没有保存“我公司”的地址。请说出地址（城市、区、路和门牌号）或地点名称。");
        assertThat(
                        done(map().geocode(new Geocode("杭州", "my office", carried), stranger))
                                .place()
                                .name())
                .isEqualTo("西溪园区");
    }

    @Test
    void says_what_is_at_a_point_nearest_first() {
        Regeocoded at = done(map().regeocode(new Regeocode(WEST_LAKE, 3_000), Tasks.now()));

        assertThat(at.city()).isEqualTo("杭州");
        assertThat(at.district()).isEqualTo("西湖区");
        assertThat(at.location()).isEqualTo(WEST_LAKE);
        assertThat(at.places())
                .isNotEmpty()
                .isSortedAccordingTo((a, b) -> Double.compare(km(a), km(b)));
        Location sea = new Location(135.0, 20.0);
        assertThat(refused(map().regeocode(new Regeocode(sea, null), Tasks.now())).code())
                .isEqualTo("OFF_THE_MAP");
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void a_route_says_minutes_kilometres_cost_and_what_they_rest_on(Mode mode) {
        PlanRoute wish = new PlanRoute(mode, "西溪园区", "西湖", "杭州", null);
        Route route = done(map().route(wish, Tasks.now()));

        assertThat(route.mode()).isEqualTo(mode);
        assertThat(route.minutes()).isBetween(5, 240);
        assertThat(route.km()).isBetween(8.0, 30.0);
        assertThat(route.cost().amount()).isBetween(0L, 10_000L);
        assertThat(route.from()).isEqualTo("西溪园区");
        assertThat(route.to()).isEqualTo("西湖");
        assertThat(route.note()).isNotBlank();
    }

    @Test
    void nobody_goes_from_a_place_to_itself() {
        PlanRoute wish = new PlanRoute(Mode.DRIVING, "西湖", "西湖", "杭州", null);

        assertThat(refused(map().route(wish, Tasks.now())).code()).isEqualTo("SAME_PLACE");
    }

    @Test
    void a_matrix_has_a_row_for_each_pair_origin_by_origin() {
        List<String> origins = List.of("西溪园区", "杭州东站");
        List<String> destinations = List.of("西湖", "杭州东站");
        AskDistances wish = new AskDistances(origins, destinations, Mode.TAXI, "杭州", null, null);
        List<Distance> rows = done(map().distances(wish, Tasks.now())).distances();

        assertThat(rows).extracting(Distance::from).containsExactly("西溪园区", "西溪园区", "杭州东站", "杭州东站");
        assertThat(rows).extracting(Distance::to).containsExactly("西湖", "杭州东站", "西湖", "杭州东站");
        assertThat(rows.get(0).km()).isBetween(8.0, 30.0);
        assertThat(rows.get(3).km()).isZero();
        List<String> many = Collections.nCopies(11, "西湖");
        assertThat(
                        refused(
                                        map().distances(
                                                        new AskDistances(
                                                                many, many, null, "杭州", null, null),
                                                        Tasks.now()))
                                .code())
                .isEqualTo("TOO_MANY_PLACES");
    }

    @Test
    void finds_places_and_says_all_of_each() {
        List<PlaceFound> found =
                done(guide().search(new PlaceSearch("杭州", "博物馆", null, null), Tasks.now()))
                        .places();

        assertThat(found).isNotEmpty().hasSizeLessThanOrEqualTo(10);
        assertThat(found)
                .allMatch(place -> place.category() == Category.MUSEUM)
                .allMatch(place -> Boolean.TRUE.equals(place.indoor()))
                .extracting(PlaceFound::placeId)
                .doesNotHaveDuplicates();
        PlaceFound first = found.getFirst();
        PlaceDetail detail = done(guide().detail(new AskPlace(first.placeId()), Tasks.now()));
        assertThat(detail.name()).isEqualTo(first.name());
        assertThat(detail.address()).isEqualTo(first.address());
        assertThat(detail.location()).isEqualTo(first.location());
        assertThat(detail.city()).isEqualTo("杭州");
        assertThat(refused(guide().detail(new AskPlace("NOWHERE"), Tasks.now())).code())
                .isEqualTo("UNKNOWN_PLACE");
    }

    @Test
    void finds_nothing_where_there_is_nothing_and_refuses_unknown_cities() {
        assertThat(
                        done(guide().search(
                                                new PlaceSearch("杭州", "潜水艇博览", null, null),
                                                Tasks.now()))
                                .places())
                .isEmpty();
        assertThat(
                        refused(
                                        guide().search(
                                                        new PlaceSearch("亚特兰蒂斯", null, null, null),
                                                        Tasks.now()))
                                .code())
                .isEqualTo("UNKNOWN_CITY");
    }

    @Test
    void finds_around_a_place_nearest_first_and_not_beyond() {
        PlacesAround wish = new PlacesAround("西湖", "杭州", "博物馆", 8_000, null, null);
        List<PlaceFound> near = done(guide().around(wish, Tasks.now())).places();

        assertThat(near)
                .isNotEmpty()
                .allMatch(place -> km(place) <= 8.0)
                .isSortedAccordingTo((a, b) -> Double.compare(km(a), km(b)));
        PlacesAround nowhere = new PlacesAround("火星大厦", "杭州", null, null, null, null);
        assertThat(refused(guide().around(nowhere, Tasks.now())).code())
                .isEqualTo("ADDRESS_NOT_FOUND");
    }

    @Test
    void forecasts_from_today_to_its_last_day_and_no_further() {
        LocalDate today = World.today(Tasks.NOW);
        int ahead = weather().daysAhead();

        for (int day : new int[] {0, 1, ahead}) {
            AskForecast wish = new AskForecast("杭州", today.plusDays(day));
            Forecast forecast = done(weather().forecast(wish, Tasks.now()));
            assertThat(forecast.date()).isEqualTo(today.plusDays(day));
            assertThat(forecast.city()).isEqualTo("杭州");
            assertThat(forecast.tempMin()).isLessThanOrEqualTo(forecast.tempMax());
            assertThat(forecast.textEn()).isNotBlank();
        }
        assertThat(code(new AskForecast("杭州", today.minusDays(1)))).isEqualTo("DATE_PASSED");
        assertThat(code(new AskForecast("杭州", today.plusDays(ahead + 1))))
                .isEqualTo("DATE_TOO_FAR");
        assertThat(code(new AskForecast("亚特兰蒂斯", today))).isEqualTo("UNKNOWN_CITY");
    }

    @Test
    void says_what_the_weather_is_now() {
        WeatherNow now = done(weather().now(new AskWeatherNow("杭州"), Tasks.now()));

        assertThat(now.city()).isEqualTo("杭州");
        assertThat(now.temperature()).isBetween(-30, 45);
        assertThat(now.humidity()).isBetween(5, 100);
        assertThat(now.reportedAt().toInstant()).isBeforeOrEqualTo(Tasks.NOW);
        assertThat(refused(weather().now(new AskWeatherNow("亚特兰蒂斯"), Tasks.now())).code())
                .isEqualTo("UNKNOWN_CITY");
    }

    private MapService map() {
        return services().map();
    }

    private Guide guide() {
        return services().guide();
    }

    private Weather weather() {
        return services().weather();
    }

    private String code(AskForecast wish) {
        return refused(weather().forecast(wish, Tasks.now())).code();
    }

    private static double km(PlaceFound place) {
        return Objects.requireNonNull(place.km());
    }

    private static Task stranger() {
        Task now = Tasks.now();
        return new Task(
                now.id(), now.planId(), "stranger", "zh", now.now(), now.deadline(), 1, null);
    }
}
