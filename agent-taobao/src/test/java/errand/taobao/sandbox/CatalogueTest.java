package errand.taobao.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CatalogueTest {

    private static final Catalogue WORLD = new Catalogue(42);
    private static final LocalDate DAY = LocalDate.parse("2026-12-07");

    @Test
    void has_more_than_two_thousand_goods_the_same_under_the_same_seed() {
        Catalogue again = new Catalogue(42);
        Catalogue other = new Catalogue(43);

        assertThat(WORLD.goods()).hasSizeGreaterThan(2_000);
        assertThat(WORLD.goods().stream().map(Good::skuId)).doesNotHaveDuplicates();
        assertThat(again.goods()).isEqualTo(WORLD.goods());
        assertThat(other.goods()).isNotEqualTo(WORLD.goods());
        Good first = WORLD.goods().getFirst();
        assertThat(again.stock(first, DAY)).isEqualTo(WORLD.stock(first, DAY));
    }

    @Test
    void every_good_is_sold_by_several_sellers() {
        Map<String, List<Good>> byTitle =
                WORLD.goods().stream().collect(Collectors.groupingBy(Good::title));

        assertThat(byTitle.values())
                .allSatisfy(
                        same ->
                                assertThat(same.stream().map(Good::seller).distinct())
                                        .hasSizeGreaterThan(1));
    }

    @ParameterizedTest
    @CsvSource({
        "轻薄本, 轻薄本",
        "适合写论文的轻薄本, 轻薄本",
        "light laptop, 轻薄本",
        "a light laptop for writing my thesis, 轻薄本",
        "扫地机器人, 机器人",
        "robot vacuum, 机器人",
        "机械键盘, 机械键盘",
        "mechanical keyboard, 机械键盘",
        "headphones, 耳机",
        "noise-cancelling headphones, 降噪耳机",
        "air fryer, 空气炸锅",
        "down jacket, 羽绒服",
        "white down jacket for women, 白色 女款",
        "黑色羽绒服, 黑色",
        "团建 活动物资, 团建活动物资套装",
        "team-building supplies, 团建",
        "猫粮, 猫粮",
        "running shoes, 跑鞋",
        "4K显示器, 4K",
        "奶粉, 奶粉"
    })
    void finds_what_a_text_names_and_nothing_else(String text, String title) {
        assertThat(WORLD.about(text)).isNotEmpty().allMatch(good -> good.title().contains(title));
    }

    @Test
    void a_gift_for_somebody_who_gardens_is_for_the_garden() {
        assertThat(WORLD.about("送妈妈的生日礼物，她喜欢养花")).isNotEmpty().isSubsetOf(WORLD.about("养花"));
        assertThat(WORLD.about("birthday gift")).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"zeppelin", "反物质", "", "a", "?!"})
    void finds_nothing_rather_than_anything(String text) {
        assertThat(WORLD.about(text)).isEmpty();
    }

    @Test
    void prices_are_those_of_the_line_give_or_take_what_a_seller_takes() {
        assertThat(WORLD.about("轻薄本"))
                .allSatisfy(good -> assertThat(good.fen()).isBetween(230_000L, 550_000L));
        assertThat(WORLD.about("团建 活动物资"))
                .allSatisfy(good -> assertThat(good.fen()).isBetween(3_900L, 7_200L));
    }
}
