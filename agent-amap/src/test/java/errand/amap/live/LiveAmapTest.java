package errand.amap.live;

import static errand.testkit.Outcomes.done;
import static errand.testkit.Outcomes.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import errand.agent.Capability;
import errand.agent.Money;
import errand.agent.Outcome.Refused;
import errand.agent.TransientFailure;
import errand.amap.AmapAgent;
import errand.amap.Services;
import errand.amap.maps.AskDistances;
import errand.amap.maps.AskForecast;
import errand.amap.maps.AskPlace;
import errand.amap.maps.AskWeatherNow;
import errand.amap.maps.Category;
import errand.amap.maps.Geocode;
import errand.amap.maps.Mode;
import errand.amap.maps.PlaceDetail;
import errand.amap.maps.PlaceFound;
import errand.amap.maps.PlaceSearch;
import errand.amap.maps.PlanRoute;
import errand.amap.maps.Precision;
import errand.amap.maps.Route;
import errand.runtime.live.Secrets;
import errand.runtime.settings.MissingSetting;
import errand.testkit.SettableClock;
import errand.testkit.Tasks;
import errand.testkit.VendorStub.Answer;
import errand.testkit.vendor.AmapStub;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LiveAmapTest {

    private final AmapStub amap = new AmapStub(SettableClock.at(Tasks.NOW));
    private final Services live =
            LiveConfiguration.services(Stubbed.properties(amap), Stubbed.secrets());

    @AfterEach
    void stop() {
        amap.close();
    }

    @Test
    void can_only_what_amap_offers_to_everybody() {
        assertThat(new AmapAgent(live).capabilities().all())
                .extracting(Capability::name)
                .containsExactlyInAnyOrder(
                        "amap.address.geocode",
                        "amap.address.regeocode",
                        "amap.route.plan",
                        "amap.distance.matrix",
                        "amap.place.search",
                        "amap.place.around",
                        "amap.place.detail",
                        "amap.weather.forecast",
                        "amap.weather.now");
        assertThat(new AmapAgent(live).capabilities().all())
                .filteredOn(row -> row.name().equals("amap.weather.forecast"))
                .allMatch(row -> row.description().contains("within 3 days"));
    }

    @Test
    void a_cost_is_tolls_by_car_amaps_estimate_by_taxi_and_the_fare_by_bus() {
        assertThat(route(Mode.DRIVING).cost()).isEqualTo(Money.cny(500));
        assertThat(route(Mode.TAXI).cost()).isEqualTo(Money.cny(4_560));
        assertThat(route(Mode.TRANSIT).cost()).isEqualTo(Money.cny(400));
        assertThat(route(Mode.CYCLING).cost()).isEqualTo(Money.cny(0));
        assertThat(route(Mode.DRIVING).minutes()).isEqualTo(36);
        assertThat(route(Mode.CYCLING).minutes()).isEqualTo(65);
    }

    @Test
    void a_bus_is_asked_for_at_the_time_one_leaves_in_china() {
        OffsetDateTime leaves = OffsetDateTime.parse("2026-11-23T23:30Z");
        PlanRoute wish = new PlanRoute(Mode.TRANSIT, "西溪园区", "西湖", "杭州", leaves);
        done(live.map().route(wish, Tasks.now()));

        assertThat(amap.asked().getLast().fields())
                .containsEntry("date", "2026-11-24")
                .containsEntry("time", "07:30");
    }

    @Test
    void what_is_empty_at_amap_is_absent_here() {
        PlaceDetail silk = done(live.guide().detail(new AskPlace("B0SILK"), Tasks.now()));
        PlaceDetail campus = done(live.guide().detail(new AskPlace("B0XIXI"), Tasks.now()));
        PlaceDetail duck = done(live.guide().detail(new AskPlace("B0DUCK"), Tasks.now()));

        assertThat(silk.rating()).isEqualTo(4.8);
        assertThat(silk.perPerson()).isNull();
        assertThat(silk.otherNames()).isEmpty();
        assertThat(silk.hours()).isEqualTo("09:00-17:00");
        assertThat(silk.image()).isEqualTo("http://store.is.autonavi.com/showpic/B0SILK");
        assertThat(campus.rating()).isNull();
        assertThat(campus.category()).isEqualTo(Category.OTHER);
        assertThat(campus.visits()).isNull();
        assertThat(duck.perPerson()).isEqualTo(Money.cny(16_800));
        assertThat(duck.priceLevel()).isEqualTo(4);
    }

    @Test
    void sights_are_asked_for_by_type_and_indoors_only_those_that_are() {
        List<PlaceFound> all = search(null, null);
        List<PlaceFound> indoor = search(null, true);

        assertThat(all).extracting(PlaceFound::name).contains("西湖", "中国丝绸博物馆");
        assertThat(indoor)
                .extracting(PlaceFound::name)
                .containsExactlyInAnyOrder("中国丝绸博物馆", "浙江省博物馆");
        assertThat(search("楼外楼", null)).extracting(PlaceFound::name).containsExactly("楼外楼");
    }

    @Test
    void a_name_that_is_no_address_is_looked_up_among_places() {
        var found = done(live.map().geocode(new Geocode("杭州", "西溪园区"), Tasks.now()));

        assertThat(found.place().address()).isEqualTo("杭州市余杭区文一西路969号");
        assertThat(found.precision()).isEqualTo(Precision.PLACE);
        assertThat(amap.asked())
                .extracting(asked -> asked.path())
                .containsExactly(Finder.GEOCODE, Finder.PLACES);
        assertThat(amap.asked().getLast().fields()).containsEntry("citylimit", "true");
    }

    @Test
    void a_city_under_direct_rule_stands_as_a_province() {
        amap.on(
                Finder.GEOCODE,
                asked ->
                        Answer.json(
                                """
                                {"status":"1","infocode":"10000","geocodes":[{"formatted_address":"北京市朝阳区",
                                "province":"北京市","city":[],"district":"朝阳区","adcode":"110105",
                                "location":"116.443136,39.921444","level":"区县"}]}"""));
        var found = done(live.map().geocode(new Geocode(null, "朝阳区"), Tasks.now()));

        assertThat(found.place().city()).isEqualTo("北京");
        assertThat(found.precision()).isEqualTo(Precision.DISTRICT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"10004", "10014", "10015", "10016", "10019", "10020", "10021", "30000"})
    void too_many_calls_at_once_and_a_busy_server_are_tried_again(String infocode) {
        amap.on(LiveWeather.WEATHER, asked -> AmapStub.error(infocode, "BUSY"));

        assertThatThrownBy(() -> live.weather().now(new AskWeatherNow("杭州"), Tasks.now()))
                .isInstanceOf(TransientFailure.class)
                .hasMessage(
                        "Amap asks to come back later (%s BUSY); it is tried again."
                                .formatted(infocode))
                .extracting(failure -> ((TransientFailure) failure).code())
                .isEqualTo("VENDOR_BUSY");
    }

    @ParameterizedTest
    @CsvSource({
        "10003, VENDOR_QUOTA_EXHAUSTED, 次日0点恢复, come back at midnight",
        "10044, VENDOR_QUOTA_EXHAUSTED, 次日0点恢复, raise the quota",
        "10001, VENDOR_KEY_REFUSED, ERRAND_AMAP_KEY, Check that ERRAND_AMAP_KEY is valid",
        "10009, VENDOR_KEY_REFUSED, Web服务, of the kind 'web service'",
        "10007, VENDOR_KEY_REFUSED, ERRAND_AMAP_PRIVATE_KEY, Check ERRAND_AMAP_PRIVATE_KEY",
        "20012, VENDOR_REFUSED, 换一种说法, Say it in another way"
    })
    void what_somebody_has_to_set_right_is_refused_with_what_to_do(
            String infocode, String code, String zh, String en) {
        amap.on(LiveWeather.WEATHER, asked -> AmapStub.error(infocode, "WHY"));
        AskWeatherNow wish = new AskWeatherNow("杭州");

        Refused<?> chinese = refused(live.weather().now(wish, Tasks.now()));
        assertThat(chinese.code()).isEqualTo(code);
        assertThat(chinese.message()).contains(infocode + " WHY").contains(zh);
        assertThat(refused(live.weather().now(wish, Tasks.english())).message())
                .contains(infocode + " WHY")
                .contains(en);
    }

    @Test
    void a_wrong_key_and_a_wrong_signature_are_told_apart() {
        Secrets wrongKey =
                new Secrets(
                        Map.of(
                                "ERRAND_AMAP_KEY",
                                "other",
                                "ERRAND_AMAP_PRIVATE_KEY",
                                AmapStub.PRIVATE_KEY));
        Secrets noSignature = new Secrets(Map.of("ERRAND_AMAP_KEY", AmapStub.KEY));

        assertThat(code(wrongKey)).contains("10001");
        assertThat(code(noSignature)).contains("10007").contains("ERRAND_AMAP_PRIVATE_KEY");
    }

    private String code(Secrets secrets) {
        Services with = LiveConfiguration.services(Stubbed.properties(amap), secrets);
        return refused(with.weather().now(new AskWeatherNow("杭州"), Tasks.now())).message();
    }

    @Test
    void cycling_says_errors_in_its_own_words() {
        amap.on(
                Directions.CYCLING,
                asked -> Answer.json("{\"errcode\":20803,\"errmsg\":\"OVER_DIRECTION_RANGE\"}"));
        PlanRoute wish = new PlanRoute(Mode.CYCLING, "西溪园区", "西湖", "杭州", null);
        assertThat(refused(live.map().route(wish, Tasks.english())).message())
                .isEqualTo("Amap knows no way from 西溪园区 to 西湖 by cycling; choose another way.");

        amap.on(
                Directions.CYCLING,
                asked -> Answer.json("{\"errcode\":10021,\"errmsg\":\"CUQPS\",\"data\":null}"));
        assertThatThrownBy(() -> live.map().route(wish, Tasks.now()))
                .isInstanceOf(TransientFailure.class);
    }

    @Test
    void no_connection_by_bus_is_no_route() {
        amap.on(
                Directions.TRANSIT,
                asked ->
                        Answer.json(
                                "{\"status\":\"1\",\"infocode\":\"10000\",\"route\":{\"transits\":[]}}"));
        PlanRoute wish = new PlanRoute(Mode.TRANSIT, "西溪园区", "西湖", "杭州", null);

        assertThat(refused(live.map().route(wish, Tasks.now())).code()).isEqualTo("NO_ROUTE");
    }

    @Test
    void a_pair_without_a_way_has_no_figures_and_buses_cannot_be_measured() {
        amap.on(
                Matrix.DISTANCE,
                asked ->
                        Answer.json(
                                """
                                {"status":"1","infocode":"10000","results":[
                                {"origin_id":"1","dest_id":"1","distance":"0","duration":"0","info":"NO_ROADS","code":"1"}]}"""));
        AskDistances byCar =
                new AskDistances(List.of("西湖"), List.of("杭州东站"), null, "杭州", null, null);
        AskDistances byBus =
                new AskDistances(List.of("西湖"), List.of("杭州东站"), Mode.TRANSIT, "杭州", null, null);

        var row = done(live.map().distances(byCar, Tasks.now())).distances().getFirst();
        assertThat(row.km()).isNull();
        assertThat(row.minutes()).isNull();
        assertThat(refused(live.map().distances(byBus, Tasks.now())).code())
                .isEqualTo("MODE_NOT_POSSIBLE");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<html>busy</html>",
                "{}",
                "{\"status\":\"0\"}",
                "{\"status\":\"1\",\"lives\":[{\"city\":\"杭州市\"}]}",
                "{\"status\":\"1\",\"lives\":[{\"city\":\"杭州市\",\"weather\":\"晴\",\"temperature\":\"warm\"}]}",
                "{\"status\":\"1\",\"lives\":[{\"city\":\"杭州市\",\"weather\":\"晴\",\"temperature\":\"9\",\"humidity\":\"50\",\"reporttime\":\"today\"}]}"
            })
    void an_answer_that_cannot_be_used_is_tried_again(String body) {
        amap.on(LiveWeather.WEATHER, asked -> Answer.json(body));

        assertThatThrownBy(() -> live.weather().now(new AskWeatherNow("杭州"), Tasks.now()))
                .isInstanceOf(TransientFailure.class)
                .extracting(failure -> ((TransientFailure) failure).code())
                .isEqualTo("VENDOR_MALFORMED_ANSWER");
    }

    @Test
    void neither_silence_nor_half_an_answer_is_waited_for() {
        LiveProperties hasty = new LiveProperties(amap.base(), Duration.ofMillis(400));
        Services live = LiveConfiguration.services(hasty, Stubbed.secrets());
        AskForecast wish = new AskForecast("杭州", LocalDate.parse("2026-11-23"));
        amap.on(LiveWeather.WEATHER, asked -> Answer.json("{}").after(Duration.ofSeconds(2)));
        assertThatThrownBy(() -> live.weather().forecast(wish, Tasks.now()))
                .isInstanceOf(TransientFailure.class)
                .hasMessageContaining("did not answer within 400 ms");

        amap.on(LiveWeather.WEATHER, asked -> Answer.json("{\"status\":\"1\"}").cutOff());
        assertThatThrownBy(() -> live.weather().forecast(wish, Tasks.now()))
                .isInstanceOf(TransientFailure.class);
    }

    @Test
    void no_failure_holds_a_key() {
        amap.on(LiveWeather.WEATHER, asked -> Answer.status(500, "{}"));

        assertThatThrownBy(() -> live.weather().now(new AskWeatherNow("杭州"), Tasks.now()))
                .satisfies(
                        failure ->
                                assertThat(failure.toString() + failure.getCause())
                                        .doesNotContain(AmapStub.KEY)
                                        .doesNotContain(AmapStub.PRIVATE_KEY));
    }

    @Test
    void keys_are_not_sent_in_the_clear() {
        URI clear = URI.create("http://restapi.amap.com");
        assertThatThrownBy(() -> new LiveProperties(clear, Duration.ofSeconds(1)))
                .hasMessageContaining(
                        "errand.amap.live.base is http://restapi.amap.com; only https");
    }

    @Test
    void without_a_key_it_does_not_start_and_says_which() {
        assertThatThrownBy(
                        () ->
                                LiveConfiguration.services(
                                        Stubbed.properties(amap), new Secrets(Map.of())))
                .isInstanceOf(MissingSetting.class)
                .hasMessageContaining("ERRAND_AMAP_KEY");
    }

    private Route route(Mode mode) {
        return done(live.map().route(new PlanRoute(mode, "西溪园区", "西湖", "杭州", null), Tasks.now()));
    }

    private List<PlaceFound> search(@Nullable String text, @Nullable Boolean indoor) {
        PlaceSearch wish = new PlaceSearch("杭州", text, indoor, null);
        return done(live.guide().search(wish, Tasks.now())).places();
    }
}
