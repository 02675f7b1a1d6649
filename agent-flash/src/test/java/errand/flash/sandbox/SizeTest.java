package errand.flash.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SizeTest {

    @ParameterizedTest
    @CsvSource({
        "里脊肉 500g, 500, g",
        "大米 5kg, 5000, g",
        "牛奶 1升, 1000, ml",
        "料酒 500ml, 500, ml",
        "鸡蛋 十枚, 10, 个",
        "玉米 两根, 2, 个",
        "红茶包 二十五包, 25, 个",
        "小龙虾 两斤, 1000, g",
        "西瓜 半个, 0.5, 个",
        "豆腐, 1, 个",
        "羊肉串 十串, 10, 个"
    })
    void is_read_from_the_end_of_a_title(String title, double amount, String unit) {
        assertThat(Size.in(title)).isEqualTo(new Size(amount, unit));
    }

    @ParameterizedTest
    @CsvSource({
        "300, g, 里脊肉 500g, 0, 1",
        "501, g, 里脊肉 500g, 0, 2",
        "3, 个, 鸡蛋 十枚, 55, 1",
        "11, 个, 鸡蛋 十枚, 55, 2",
        "3, 根, 胡萝卜 500g, 150, 1",
        "4, 根, 胡萝卜 500g, 150, 2",
        "300, g, 玉米 两根, 250, 1",
        "600, g, 玉米 两根, 250, 2",
        "12.5, ml, 料酒 500ml, 0, 1",
        "20, g, 料酒 500ml, 0, 1",
        "7, 片, 腐竹 200g, 0, 1"
    })
    void packs_are_enough_and_no_more(
            double amount, String unit, String title, double gramsEach, int packs) {
        assertThat(Size.of(amount, unit).packs(Size.in(title), gramsEach)).isEqualTo(packs);
    }

    @Test
    void one_of_something_is_a_piece() {
        assertThat(Size.ONE.isPieces()).isTrue();
        assertThat(Size.of(1, "kg").isPieces()).isFalse();
    }
}
