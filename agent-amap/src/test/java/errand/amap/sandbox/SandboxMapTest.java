package errand.amap.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import errand.agent.Outcome;
import errand.agent.Outcome.Done;
import errand.agent.Outcome.Refused;
import errand.amap.maps.Mode;
import errand.amap.maps.PlanRoute;
import errand.amap.maps.Route;
import errand.testkit.Tasks;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SandboxMapTest {

    private static final ZonedDateTime NOON =
            ZonedDateTime.parse("2026-11-23T12:00+08:00[Asia/Shanghai]");

    @Test
    void from_xixi_to_the_station_a_taxi_is_faster_than_the_underground_and_dearer() {
        Route taxi = route(Mode.TAXI, "西溪园区", "杭州东站");
        Route transit = route(Mode.TRANSIT, "Xixi campus", "Hangzhou East station");

        assertThat(taxi.km()).isBetween(20.0, 32.0);
        assertThat(taxi.minutes()).isBetween(25, 60).isLessThan(transit.minutes());
        assertThat(taxi.cost().amount()).isBetween(4_500L, 9_000L);
        assertThat(transit.cost().amount()).isBetween(500L, 900L);
        assertThat(taxi.from()).isEqualTo("西溪园区");
        assertThat(taxi.to()).isEqualTo("杭州东站");
        assertThat(taxi.note()).isEqualTo("估算值：按直线距离、绕行系数和该时段车速推算，不是实时路况");
    }

    @Test
    void the_same_drive_takes_longer_in_the_rush_hour_and_less_at_night() {
        ZonedDateTime rush = NOON.withHour(18);
        ZonedDateTime night = NOON.withHour(2);

        assertThat(minutes(rush)).isGreaterThan(minutes(NOON)).isGreaterThan(minutes(night));
        assertThat(minutes(rush.plusDays(6))).isEqualTo(minutes(NOON));
    }

    @ParameterizedTest
    @CsvSource({"1, 1300", "3, 1300", "10, 2900", "23, 5900"})
    void a_taxi_costs_13_yuan_and_2_30_for_each_kilometre_after_3(double road, long fen) {
        assertThat(Estimates.of(Mode.TAXI, road / 1.35, NOON).cost().amount()).isEqualTo(fen);
    }

    @ParameterizedTest
    @CsvSource({"3, 300", "6, 300", "12, 400", "30, 700", "49, 900"})
    void the_underground_costs_3_to_9_yuan(double road, long fen) {
        assertThat(Estimates.of(Mode.TRANSIT, road / 1.35, NOON).cost().amount()).isEqualTo(fen);
    }

    @Test
    void an_address_in_a_district_is_estimated_from_its_middle_and_that_is_said() {
        Route route = route(Mode.TAXI, "杭州东站", "杭州市上城区天城路1号");

        assertThat(route.to()).isEqualTo("上城区");
        assertThat(route.km()).isGreaterThan(1);
        assertThat(route.note()).endsWith("；上城区按其中心位置计算");
    }

    @Test
    void two_addresses_in_one_district_are_not_on_top_of_each_other() {
        Route route = route(Mode.WALKING, "上海市徐汇区漕溪北路88号", "上海市徐汇区衡山路1号");

        assertThat(route.km()).isBetween(1.0, 3.0);
    }

    @Test
    void the_city_beside_or_that_of_the_start_says_where_the_end_is() {
        assertThat(route(Mode.DRIVING, "杭州东站", "科技园").to()).isEqualTo("杭州科技园");
        assertThat(route(Mode.TRANSIT, "西湖", "东站").to()).isEqualTo("杭州东站");
        assertThat(route(Mode.TRANSIT, "东站", "西湖").from()).isEqualTo("杭州东站");
        assertThat(route(Mode.DRIVING, "杭州东站", "上海虹桥站").to()).isEqualTo("上海虹桥站");
        PlanRoute wish = new PlanRoute(Mode.CYCLING, "和平区", "南开区", "Tianjin", null);
        assertThat(done(wish).cost().amount()).isBetween(100L, 500L);
    }

    @Test
    void at_night_the_underground_may_be_closed() {
        OffsetDateTime night = OffsetDateTime.parse("2026-11-23T23:30:00+08:00");
        PlanRoute wish = new PlanRoute(Mode.TRANSIT, "西溪园区", "杭州东站", null, night);

        assertThat(done(wish).note()).endsWith("该时段地铁可能停运");
    }

    @Test
    void nobody_walks_from_beijing_to_hangzhou_or_from_a_place_to_itself() {
        Refused<?> far = refused(new PlanRoute(Mode.WALKING, "北京", "杭州", null, null));
        Refused<?> same = refused(new PlanRoute(Mode.TAXI, "西湖", "West Lake", "杭州", null));
        Refused<?> city = refused(new PlanRoute(Mode.TAXI, "西湖", "东站", "Atlantis", null));

        assertThat(far.code()).isEqualTo("TOO_FAR");
        assertThat(far.message()).endsWith("步行太远（最多20公里），请换一种方式，比如高铁。");
        assertThat(same.message()).isEqualTo("起点和终点都是西湖，请换一个。");
        assertThat(city.code()).isEqualTo("UNKNOWN_CITY");
    }

    private static int minutes(ZonedDateTime at) {
        return Estimates.of(Mode.DRIVING, 15, at).minutes();
    }

    private static Route route(Mode mode, String from, String to) {
        return done(new PlanRoute(mode, from, to, null, null));
    }

    private static Route done(PlanRoute wish) {
        Outcome<Route> outcome = Worlds.ONE.map.route(wish, Tasks.now());
        assertThat(outcome).as("%s", outcome).isInstanceOf(Done.class);
        return ((Done<Route>) outcome).output();
    }

    private static Refused<?> refused(PlanRoute wish) {
        Outcome<Route> outcome = Worlds.ONE.map.route(wish, Tasks.now());
        assertThat(outcome).isInstanceOf(Refused.class);
        return (Refused<?>) outcome;
    }
}
