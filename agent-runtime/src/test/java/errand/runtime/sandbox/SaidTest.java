package errand.runtime.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SaidTest {

    @ParameterizedTest
    @CsvSource({
        "两杯拿铁, 拿铁, 4",
        "two Lattes, latte, 4",
        "iced latte please, iced latte, 8",
        "team-building supplies, team building, 8",
        "Ｔ恤, t恤, 6",
        "男士T恤, t恤, 6",
        "Xi’an, xian, 4",
        "cherries, cherry, 4",
        "glasses, glass, 4",
        "chocolate, late, 0",
        "水果, 水, 0",
        "水, 水, 2",
        "gift for mum, gift~2, 2",
        "送妈妈, 妈妈~, 1"
    })
    void weighs_what_is_named_in_either_language(String text, String term, int weight) {
        assertThat(Said.of(text).fit(Said.terms(term))).isEqualTo(weight);
    }

    @Test
    void counts_no_word_twice() {
        assertThat(Said.of("降噪耳机").fit(Said.terms("耳机;降噪耳机;降噪"))).isEqualTo(8);
        assertThat(Said.of("耳机和降噪耳机").fit(Said.terms("耳机;降噪耳机"))).isEqualTo(12);
    }

    @Test
    void knows_when_a_name_contains_what_was_said() {
        assertThat(Said.of("芝士").isWithin("芝士蛋糕")).isTrue();
        assertThat(Said.of("糕").isWithin("芝士蛋糕")).isFalse();
        assertThat(Said.of("").isWithin("芝士蛋糕")).isFalse();
    }
}
