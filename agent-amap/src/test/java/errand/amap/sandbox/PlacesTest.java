package errand.amap.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import errand.agent.Outcome.Done;
import errand.agent.Outcome.Refused;
import errand.amap.maps.Geocode;
import errand.amap.maps.Geocoded;
import errand.amap.maps.Precision;
import errand.amap.sandbox.Lookup.Found;
import errand.amap.sandbox.Lookup.Missing;
import errand.testkit.Tasks;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlacesTest {

    private final Places places = Worlds.ONE.places;

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "西溪园区, 西溪园区, 杭州",
                "Xixi campus, 西溪园区, 杭州",
                "the Xixi campus in Hangzhou, 西溪园区, 杭州",
                "杭州西溪园区, 西溪园区, 杭州",
                "西溪园区前台, 西溪园区, 杭州",
                "西溪园区3号楼2层, 西溪园区, 杭州",
                "杭州东站, 杭州东站, 杭州",
                "杭州东, 杭州东站, 杭州",
                "Hangzhou East station, 杭州东站, 杭州",
                "hangzhou east railway station, 杭州东站, 杭州",
                "Hangzhoudong, 杭州东站, 杭州",
                "杭州东站出站口, 杭州东站, 杭州",
                "虹桥站, 上海虹桥站, 上海",
                "Shanghai Hongqiao Railway Station, 上海虹桥站, 上海",
                "汉口火车站, 武汉汉口站, 武汉",
                "萧山机场, 杭州萧山国际机场, 杭州",
                "Beijing Capital International Airport, 北京首都国际机场, 北京",
                "首都机场T3, 北京首都国际机场, 北京",
                "Xi'an North Station, 西安北站, 西安",
                "长春东站, 长春东站, 长春",
                "Peking University, 北京大学, 北京",
                "厦门大学, 厦门大学, 厦门",
                "故宫, 故宫博物院, 北京",
                "Terracotta Warriors, 兵马俑, 西安",
                "The Bund, 外滩, 上海",
                "杭州市西湖区西湖边, 西湖, 杭州",
                "成都软件园, 成都软件园, 成都",
                "杭州, 杭州, 杭州",
                "downtown Chengdu, 成都, 成都"
            })
    void finds_what_people_name(String text, String name, String city) {
        assertThat(found(text, null).name()).isEqualTo(name);
        assertThat(found(text, null).city().zh()).isEqualTo(city);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "杭州市上城区天城路1号, 上城区, 杭州",
                "杭州市西湖区文华路3号, 西湖区, 杭州",
                "上海市徐汇区漕溪北路88号, 徐汇区, 上海",
                "徐汇区漕溪北路88号, 徐汇区, 上海",
                "\"88 North Caoxi Road, Xuhui District, Shanghai\", 徐汇区, 上海",
                "天津市和平区和平路9号, 和平区, 天津",
                "浙江省杭州市滨江区网商路699号, 滨江区, 杭州",
                "北京市东城区新华路71号, 东城区, 北京"
            })
    void places_a_street_address_in_its_district_and_says_so(
            String text, String name, String city) {
        Spot spot = found(text, null);

        assertThat(spot.name()).isEqualTo(name);
        assertThat(spot.city().zh()).isEqualTo(city);
        assertThat(spot.precision()).isEqualTo(Precision.DISTRICT);
    }

    @ParameterizedTest
    @CsvSource({
        "杭州火星大厦",
        "西湖区火星大厦",
        "西湖火星大厦",
        "Hangzhou Mars Tower",
        "Atlantis",
        "公司",
        "南京市新华路1号",
        "' '"
    })
    void guesses_nothing(String text) {
        assertThat(places.find(text, null)).isInstanceOf(Missing.class);
    }

    @Test
    void takes_the_city_that_is_said_beside_unless_the_text_names_another() {
        assertThat(found("和平区", Worlds.ONE.city("沈阳")).city().zh()).isEqualTo("沈阳");
        assertThat(found("西湖", Worlds.ONE.city("杭州")).name()).isEqualTo("西湖");
        assertThat(found("北京南站", Worlds.ONE.city("杭州")).name()).isEqualTo("北京南站");
        assertThat(found("Software Park", Worlds.ONE.city("大连")).name()).isEqualTo("大连软件园");
    }

    @Test
    void says_what_is_possible_when_it_knows_no_such_place() {
        assertThat(refusal("杭州", "西溪印象大厦", false))
                .startsWith("在杭州没有找到“西溪印象大厦”。相近的有：")
                .contains("西溪园区", "也可以说区、路和门牌号");
        assertThat(refusal(null, "Atlantis", true))
                .isEqualTo(
                        "'Atlantis' is not a known place. Say the city (such as Beijing, Shanghai, Hangzhou, Guangzhou) with district and street, or the name of a station, airport, campus or sight.");
        assertThat(refusal(null, "和平区", false)).contains("不止一个", "天津", "沈阳", "请说出城市");
    }

    @Test
    void every_city_has_its_stations_in_chinese_and_english() {
        for (City city : Worlds.ONE.cities.all()) {
            for (String name : new String[] {"站", "东站", "南站", "西站", "北站"}) {
                assertThat(found(city.zh() + name, null).city()).isEqualTo(city);
            }
            Spot east = found(city.en() + " East Station", null);
            assertThat(east.name()).isEqualTo(city.zh() + "东站");
            assertThat(east.at().kilometresTo(city.middle())).isBetween(1.0, 25.0);
        }
    }

    @Test
    void a_made_up_name_of_digits_is_refused_at_once() {
        assertThat(places.find("杭州东站" + "1".repeat(2_000) + "甲", null)).isInstanceOf(Missing.class);
    }

    private String refusal(@Nullable String city, String text, boolean english) {
        var outcome =
                Worlds.ONE.map.geocode(
                        new Geocode(city, text), english ? Tasks.english() : Tasks.now());
        assertThat(outcome).isInstanceOf(Refused.class);
        Refused<Geocoded> refused = (Refused<Geocoded>) outcome;
        assertThat(refused.code()).isEqualTo("ADDRESS_NOT_FOUND");
        return refused.message();
    }

    @Test
    void a_place_shows_its_address_city_and_point() {
        var outcome = Worlds.ONE.map.geocode(new Geocode("Hangzhou", "West Lake"), Tasks.now());

        assertThat(outcome).isInstanceOf(Done.class);
        Geocoded geocoded = ((Done<Geocoded>) outcome).output();
        assertThat(geocoded.place().name()).isEqualTo("西湖");
        assertThat(geocoded.place().city()).isEqualTo("杭州");
        assertThat(geocoded.place().location().lon()).isBetween(120.0, 120.3);
        assertThat(geocoded.place().location().lat()).isBetween(30.1, 30.4);
        assertThat(geocoded.precision()).isEqualTo(Precision.PLACE);
    }

    private Spot found(String text, @Nullable City hint) {
        Lookup lookup = places.find(text, hint);
        assertThat(lookup).as(text).isInstanceOf(Found.class);
        return ((Found) lookup).spot();
    }
}
