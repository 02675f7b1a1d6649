package errand.taobao.market;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnderstandingTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "3000以内适合写论文的轻薄本 | 适合写论文的轻薄本 | - | 3000",
                "不超过500元的机械键盘 | 机械键盘 | - | 500",
                "1.5万以内的相机 | 相机 | - | 15000",
                "２千块以下的手机 | 手机 | - | 2000",
                "2000-3000元的轻薄本 | 轻薄本 | 2000 | 3000",
                "100到200块的台灯 | 台灯 | 100 | 200",
                "1000元以上的耳机 | 耳机 | 1000 | -",
                "500左右的猫粮 | 猫粮 | 400 | 600",
                "a light laptop under 3000 for writing | a light laptop for writing | - | 3000",
                "headphones over ¥300 | headphones | 300 | -",
                "between 100 and 200 yuan lamp | lamp | 100 | 200",
                "monitor under 27 inch | monitor under 27 inch | - | -",
                "14英寸以内的轻薄本 | 14英寸以内的轻薄本 | - | -",
                "机械键盘 87键 | 机械键盘 87键 | - | -",
                "轻薄本 | 轻薄本 | - | -"
            })
    void takes_prices_out_of_what_was_said(String said, String words, Integer least, Integer most) {
        Understood meant = Understanding.of(GoodsSearch.about(said, null, null));

        assertThat(meant.text()).isEqualTo(words);
        assertThat(meant.minPrice()).isEqualTo(least);
        assertThat(meant.maxPrice()).isEqualTo(most);
    }

    @Test
    void of_two_limits_the_narrower_counts() {
        assertThat(Understanding.of(GoodsSearch.about("3000以内的手机", 2_000, null)).maxPrice())
                .isEqualTo(2_000);
        assertThat(Understanding.of(GoodsSearch.about("1000以内的手机", 2_000, null)).maxPrice())
                .isEqualTo(1_000);
    }

    @Test
    void what_is_to_come_first_is_heard_unless_it_was_set() {
        assertThat(Understanding.of(GoodsSearch.about("销量最高的猫粮", null, null)))
                .isEqualTo(new Understood("猫粮", null, null, List.of(), Sort.SALES));
        assertThat(Understanding.of(GoodsSearch.about("fastest umbrella", null, null)).sort())
                .isEqualTo(Sort.FASTEST);
        GoodsSearch set =
                new GoodsSearch(
                        "销量最高的猫粮", null, null, null, null, null, null, null, Sort.PAYABLE, null);
        assertThat(Understanding.of(set).sort()).isEqualTo(Sort.PAYABLE);
    }
}
