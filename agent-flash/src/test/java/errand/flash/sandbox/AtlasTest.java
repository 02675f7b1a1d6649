package errand.flash.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AtlasTest {

    private static final Atlas ATLAS = new Atlas();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "西溪园区|杭州|西溪园区",
                "Xixi campus|杭州|西溪园区",
                "my office at Xixi campus, Hangzhou|杭州|西溪园区",
                "杭州市余杭区文一西路969号 西溪园区前台|杭州|西溪园区",
                "上海市徐汇区漕溪北路88号|上海|徐家汇",
                "漕溪北路88号|上海|徐家汇",
                "杭州市西湖区文三路100号|杭州|文三路",
                "杭州|杭州|杭州",
                "Xi'an|西安|西安",
                "Chaoyang district, Beijing|北京|朝阳区",
                "长春市朝阳区|长春|朝阳区",
                "北京市朝阳区望京SOHO|北京|望京",
                "上海南京西路|上海|上海",
                "Nanjing Road, Shanghai|上海|上海",
                "广州市越秀区北京路|广州|北京路",
                "大连市中山区|大连|中山区",
                "Lhasa|拉萨|拉萨"
            })
    void finds_the_part_of_town_that_a_text_names(String place, String city, String part) {
        assertThat(ATLAS.find(place))
                .hasValueSatisfying(
                        found -> {
                            assertThat(found.city().zh()).isEqualTo(city);
                            assertThat(found.name()).isEqualTo(part);
                        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"火星", "公司", "家", "南京西路", "中山公园", "Atlantis", ""})
    void guesses_no_place_that_is_not_named(String place) {
        assertThat(ATLAS.find(place)).isEmpty();
    }

    @Test
    void knows_more_than_thirty_cities_each_with_parts() {
        assertThat(ATLAS.cities()).hasSizeGreaterThan(30).doesNotHaveDuplicates();
        assertThat(ATLAS.parts()).hasSizeGreaterThan(300);
    }
}
