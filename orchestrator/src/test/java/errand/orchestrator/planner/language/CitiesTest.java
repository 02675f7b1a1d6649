package errand.orchestrator.planner.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Cities and what they are in a sentence. */
class CitiesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "从北京到杭州|北京/FROM 杭州/TO",
                "北京到杭州|北京/FROM 杭州/TO",
                "去杭州，从北京出发|杭州/TO 北京/FROM",
                "上海飞成都|上海/FROM 成都/TO",
                "我在北京，要去上海|北京/HERE 上海/TO",
                "在杭州的酒店|杭州/AT",
                "杭州天气|杭州/AT",
                "回北京|北京/RETURN",
                "from Beijing to Hangzhou|北京/FROM 杭州/TO",
                "Beijing to Hangzhou|北京/FROM 杭州/TO",
                "to Hangzhou from Beijing|杭州/TO 北京/FROM",
                "a hotel in Xi'an|西安/AT",
                "I'm in Shanghai, going to Suzhou|上海/HERE 苏州/TO",
                "Beijing → Hangzhou|北京/FROM 杭州/TO"
            })
    void reads(String said, String expected) {
        assertThat(said(said)).isEqualTo(List.of(expected.split(" ")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"兰州拉面", "重庆火锅", "北京路", "中山北路88号", "北京烤鸭", "a delicious dish"})
    void is_no_city(String said) {
        assertThat(said(said)).isEmpty();
    }

    @Test
    void knows_sixty_cities_by_all_their_names() {
        assertThat(Cities.known()).isGreaterThanOrEqualTo(60);
        assertThat(Cities.find("xi'an")).isEqualTo(Cities.find("西安")).isPresent();
        assertThat(Cities.find("Canton")).isEqualTo(Cities.find("Guangzhou"));
    }

    private static List<String> said(String text) {
        return Cities.in(Texts.plain(text)).stream()
                .map(Mention::value)
                .map(it -> it.city().zh() + "/" + it.role())
                .toList();
    }
}
