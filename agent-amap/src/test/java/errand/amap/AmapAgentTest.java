package errand.amap;

import static org.assertj.core.api.Assertions.assertThat;

import errand.agent.Agent;
import errand.runtime.work.InMemoryInbox;
import errand.testkit.AgentHarness;
import errand.testkit.SettableClock;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AmapAgentTest {

    private final Agent agent = new AmapAgent();
    private final AgentHarness harness =
            AgentHarness.inMemory(agent, new InMemoryInbox(), SettableClock.onMondayMorning());
    private final Places places = Places.shipped();

    @ParameterizedTest
    @CsvSource({
        "西溪园区, 西溪园区, 杭州",
        "Xixi campus, 西溪园区, 杭州",
        "Hangzhou East station, 杭州东站, 杭州",
        "杭州东站, 杭州东站, 杭州",
        "杭州市上城区天城路1号, 上城区, 杭州",
        "杭州市西湖区文华路3号, 西湖区, 杭州",
        "杭州市西湖区西湖边, 西湖, 杭州",
        "天津市和平区和平路9号, 和平区, 天津",
        "武汉市江汉区解放路1号, 江汉区, 武汉",
        "南京市新华路1号, 南京, 南京"
    })
    void finds_a_place_or_the_middle_of_what_an_address_names(
            String text, String name, String city) {
        assertThat(places.find(text))
                .hasValueSatisfying(
                        place -> {
                            assertThat(place.name()).isEqualTo(name);
                            assertThat(place.city()).isEqualTo(city);
                        });
    }

    @Test
    void guesses_nothing() {
        assertThat(places.find("Atlantis")).isEmpty();
        assertThat(places.find(" ")).isEmpty();
        assertThat(
                        AgentHarness.failure(
                                        harness.call(
                                                "amap.address.geocode", "{\"text\":\"Atlantis\"}"))
                                .getMessage())
                .isEqualTo("不知道“Atlantis”在哪里，请说城市和区，或车站、机场、景点的名称。");
    }

    @Test
    void from_xixi_to_the_station_a_taxi_is_faster_than_the_underground_and_dearer() {
        Route taxi = route("TAXI", "西溪园区", "杭州东站");
        Route transit = route("TRANSIT", "Xixi campus", "Hangzhou East station");

        assertThat(taxi.kilometres()).isBetween(20.0, 32.0);
        assertThat(taxi.minutes()).isBetween(30, 60).isLessThan(transit.minutes());
        assertThat(taxi.cost().amount()).isGreaterThan(transit.cost().amount());
        assertThat(taxi.estimate()).isTrue();
        assertThat(taxi.note()).isEqualTo("按直线距离估算，仅供参考");
    }

    @Test
    void the_same_drive_takes_longer_in_the_rush_hour() {
        ZonedDateTime noon = ZonedDateTime.parse("2026-11-23T12:00+08:00[Asia/Shanghai]");
        ZonedDateTime rush = noon.withHour(18);
        ZonedDateTime sunday = rush.plusDays(6);

        assertThat(minutes(rush)).isGreaterThan(minutes(noon)).isGreaterThan(minutes(sunday));
        assertThat(minutes(sunday)).isEqualTo(minutes(noon));
    }

    @Test
    void nobody_walks_from_beijing_to_hangzhou() {
        String input = "{\"mode\":\"WALK\",\"from\":\"北京\",\"to\":\"杭州\"}";

        assertThat(AgentHarness.failure(harness.call("amap.route.plan", input)).getCode())
                .isEqualTo("TOO_FAR");
    }

    private static int minutes(ZonedDateTime at) {
        return Estimates.of(Mode.DRIVE, 15, at).minutes();
    }

    private Route route(String mode, String from, String to) {
        String input = "{\"mode\":\"%s\",\"from\":\"%s\",\"to\":\"%s\"}".formatted(mode, from, to);
        return AgentHarness.output(harness.call("amap.route.plan", input), Route.class);
    }
}
