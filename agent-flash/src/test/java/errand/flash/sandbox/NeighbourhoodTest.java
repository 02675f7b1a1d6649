package errand.flash.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import errand.flash.delivery.ShopOffer;
import errand.runtime.sandbox.Shelf;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NeighbourhoodTest {

    private static final Atlas ATLAS = new Atlas();
    private static final Neighbourhood WORLD = new Neighbourhood(42, ATLAS);
    private static final Nearby NEARBY = new Nearby(WORLD);
    private static final LocalDate DAY = LocalDate.parse("2026-11-23");
    private static final Shelf EMPTY = new Shelf(Map.of(), Map.of());

    @Test
    void has_shops_everywhere_the_same_under_the_same_seed() {
        List<Shop> shops = ATLAS.parts().stream().flatMap(p -> WORLD.shopsIn(p).stream()).toList();

        assertThat(shops).hasSizeGreaterThan(300);
        assertThat(shops.stream().map(Shop::shopId)).doesNotHaveDuplicates();
        Part first = ATLAS.parts().getFirst();
        assertThat(told(new Neighbourhood(42, ATLAS), first)).isEqualTo(told(WORLD, first));
        assertThat(told(new Neighbourhood(43, ATLAS), first)).isNotEqualTo(told(WORLD, first));
    }

    @Test
    void a_larger_world_has_the_same_shops_and_more_of_them() {
        Part part = ATLAS.find("西溪园区").orElseThrow();
        Neighbourhood large = new Neighbourhood(42, 10, ATLAS, FlashPack.none());

        assertThat(told(large, part)).hasSize(10 * WORLD.shopsIn(part).size());
        assertThat(told(large, part)).containsAll(told(WORLD, part));
        for (Shop shop : large.shopsIn(part)) {
            assertThat(large.shop(shop.shopId())).map(Shop::name).contains(shop.name());
        }
    }

    /** All of a world that can be seen: menus with prices, fees, stock. */
    private static List<String> told(Neighbourhood world, Part part) {
        return world.shopsIn(part).stream()
                .map(
                        shop ->
                                shop.shopId()
                                        + shop.name()
                                        + shop.fees()
                                        + shop.rating()
                                        + shop.menu().stream()
                                                .map(
                                                        item ->
                                                                item.itemId()
                                                                        + item.title()
                                                                        + item.fen()
                                                                        + world.stock(item, DAY))
                                                .toList())
                .toList();
    }

    @Test
    void a_shop_and_its_items_are_found_again_by_their_ids() {
        for (Shop shop : WORLD.shopsIn(ATLAS.parts().getLast())) {
            assertThat(WORLD.shop(shop.shopId())).contains(shop);
            assertThat(WORLD.shopOf(shop.menu().getLast().itemId())).contains(shop);
        }
        assertThat(WORLD.shop("F999991")).isEmpty();
        assertThat(WORLD.shopOf("F000001-99")).isEmpty();
        assertThat(WORLD.shopOf("anything")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "拿铁, 拿铁",
        "两杯拿铁, 拿铁",
        "latte, 拿铁",
        "two iced lattes, 拿铁",
        "生椰拿铁, 生椰拿铁",
        "coconut latte, 生椰拿铁",
        "奶茶, 奶茶",
        "bubble tea, 珍珠奶茶",
        "a dozen bubble teas, 珍珠奶茶",
        "黄焖鸡米饭, 黄焖鸡米饭",
        "braised chicken with rice, 黄焖鸡米饭",
        "牛肉面, 牛肉面",
        "beef noodle soup, 牛肉面",
        "12瓶可乐, 可乐",
        "cola, 可乐",
        "感冒药, 感冒灵",
        "生日蛋糕, 生日蛋糕",
        "里脊肉, 里脊肉"
    })
    void sells_what_is_asked_for_and_nothing_else(String text, String title) {
        List<List<ShopOffer>> everywhere =
                ATLAS.parts().subList(0, 60).stream().map(p -> offers(text, p, "12:00")).toList();

        assertThat(everywhere.stream().filter(shops -> !shops.isEmpty()))
                .as("one in thirty may be sold out")
                .hasSizeGreaterThan(50);
        assertThat(everywhere.stream().flatMap(List::stream))
                .allSatisfy(
                        shop ->
                                assertThat(shop.items())
                                        .isNotEmpty()
                                        .allMatch(item -> item.title().contains(title)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"拿铁", "latte", "奶茶", "黄焖鸡米饭", "牛肉面", "cola", "感冒药"})
    void sells_the_usual_things_by_night_as_well(String text) {
        Part campus = ATLAS.find("西溪园区").orElseThrow();

        assertThat(offers(text, campus, "04:00"))
                .isNotEmpty()
                .allMatch(shop -> shop.hours().equals("00:00–24:00"));
    }

    @Test
    void a_kind_of_shop_names_its_menu_and_nonsense_names_nothing() {
        Part campus = ATLAS.find("西溪园区").orElseThrow();

        assertThat(offers("lunch", campus, "12:00").getFirst().items().getFirst().title())
                .isEqualTo("黄焖鸡米饭");
        assertThat(offers("飞机", campus, "12:00")).isEmpty();
        assertThat(offers("", campus, "12:00")).isEmpty();
    }

    @Test
    void is_open_from_the_minute_of_opening_until_closing() {
        Kind coffee = WORLD.kinds().getFirst();

        assertThat(coffee.openAt(coffee.opens())).isTrue();
        assertThat(coffee.openAt(coffee.opens().minusMinutes(1))).isFalse();
        assertThat(coffee.openAt(coffee.closes())).isFalse();
    }

    private static List<ShopOffer> offers(String text, Part part, String time) {
        return NEARBY.choosing(text, part).offers(LocalTime.parse(time), DAY, EMPTY, null, null);
    }
}
