package errand.amap.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CitiesTest {

    private final Cities cities = Cities.shipped();

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "杭州, 杭州",
                "杭州市, 杭州",
                "Hangzhou, 杭州",
                "' HANGZHOU ', 杭州",
                "Xi'an, 西安",
                "Xi’an, 西安",
                "xian, 西安",
                "Suzhou, 苏州",
                "Xiamen City, 厦门",
                "urumqi, 乌鲁木齐",
                "杭州市西湖区, 杭州",
                "\"Qingdao, China\", 青岛",
                "Guilin, 桂林"
            })
    void are_found_by_any_name_people_use(String name, String zh) {
        assertThat(cities.find(name)).map(City::zh).contains(zh);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Atlantis", "", "火星", "南京路", "Hangzhouish"})
    void no_other_is_guessed(String name) {
        assertThat(cities.find(name)).isEmpty();
    }

    @Test
    void the_first_city_of_an_address_counts_and_a_road_is_no_city() {
        assertThat(cities.mentioned("上海市黄浦区南京东路100号")).map(City::zh).contains("上海");
        assertThat(cities.mentioned("中山公园")).isEmpty();
    }

    @Test
    void are_seventy_one_each_with_a_code_of_its_own() {
        assertThat(cities.all()).hasSize(71);
        assertThat(cities.all().stream().map(City::code).collect(Collectors.toSet())).hasSize(71);
        assertThat(cities.all())
                .allSatisfy(city -> assertThat(city.districts()).hasSizeGreaterThanOrEqualTo(4));
    }
}
