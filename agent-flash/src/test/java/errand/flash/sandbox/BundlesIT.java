package errand.flash.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import errand.agent.Money;
import errand.flash.delivery.Bundle;
import errand.flash.delivery.BundleWish;
import errand.flash.delivery.BundleWish.Wanted;
import errand.flash.delivery.MenuItem;
import errand.flash.delivery.MenuWish;
import errand.flash.delivery.OrderCommitted;
import errand.flash.delivery.OrderQuote;
import errand.flash.delivery.OrderQuoted;
import errand.flash.delivery.RecipePlan;
import errand.flash.delivery.RecipeWish;
import errand.flash.delivery.ShopMenu;
import errand.flash.delivery.ShopOffer;
import errand.flash.delivery.ShopOffers;
import errand.flash.delivery.ShopSearch;
import errand.flash.delivery.SubstituteWish;
import errand.flash.delivery.Substitutes;
import errand.flash.delivery.Substitutes.Substitute;
import errand.testkit.AgentHarness;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Searching, choosing, putting together: what can be done before the yes. */
@Tag("integration")
class BundlesIT {

    private static final OffsetDateTime SEVEN = OffsetDateTime.parse("2026-11-23T19:00:00+08:00");

    private final Neighbours here = new Neighbours();

    @AfterEach
    void close() {
        here.close();
    }

    /** S15: cook yuxiang pork at 7 tonight for three, rice and soy sauce are at home. */
    @Test
    void all_of_a_dish_comes_before_cooking_begins() {
        RecipePlan plan =
                output(
                        "flash.recipe.plan",
                        new RecipeWish("鱼香肉丝", 3, List.of("米", "酱油"), SEVEN),
                        RecipePlan.class);
        Bundle bundle = bundle(plan);
        List<OrderCommitted> orders = new ArrayList<>();
        for (Bundle.Basket basket : bundle.shops()) {
            OrderQuoted quoted =
                    output(
                            "flash.order.quote",
                            new OrderQuote(
                                    basket.shopId(), basket.lines(), Neighbours.OFFICE, SEVEN),
                            OrderQuoted.class);
            assertThat(quoted.quote().total()).isEqualTo(basket.total());
            orders.add(here.committed(quoted.quote()));
        }

        List<String> bought =
                bundle.shops().stream()
                        .flatMap(basket -> basket.pieces().stream())
                        .flatMap(piece -> piece.wanted().stream())
                        .toList();
        List<String> missing = bundle.missing().stream().map(Bundle.Missing::item).toList();
        assertThat(bought).contains("里脊肉", "豆瓣酱").doesNotContain("酱油");
        assertThat(bought.size() + missing.size()).isEqualTo(plan.shopping().size());
        assertThat(orders).isNotEmpty().allMatch(order -> !order.etaAt().isAfter(SEVEN));
        assertThat(bundle.total().amount())
                .isEqualTo(orders.stream().mapToLong(order -> order.total().amount()).sum());
    }

    @Test
    void scallion_ginger_and_garlic_are_one_pack() {
        Bundle bundle =
                bundle(
                        List.of(
                                new Wanted("葱", null, 30.0, "g"),
                                new Wanted("姜", null, 30.0, "g"),
                                new Wanted("蒜", null, 3.0, "瓣"),
                                new Wanted("里脊肉", null, 1_200.0, "g")));

        Bundle.Basket basket = bundle.shops().getFirst();
        assertThat(bundle.oneShop()).isTrue();
        assertThat(basket.pieces())
                .extracting(Bundle.Piece::title, Bundle.Piece::quantity, Bundle.Piece::wanted)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("葱姜蒜", 1, List.of("葱", "姜", "蒜")),
                        org.assertj.core.groups.Tuple.tuple("里脊肉 500g", 3, List.of("里脊肉")));
        assertThat(basket.total())
                .isEqualTo(basket.goods().plus(basket.packingFee()).plus(basket.deliveryFee()));
    }

    @Test
    void a_missing_ingredient_is_named_with_what_could_stand_in_and_nothing_is_swapped() {
        for (ShopOffer shop : here.search(new ShopSearch("西溪园区", "里脊肉", null)).shops()) {
            here.left(shop.items().getFirst().itemId(), 0);
        }
        Bundle bundle =
                bundle(List.of(new Wanted("里脊肉", 1, null, null), new Wanted("大米", 1, null, null)));

        assertThat(bundle.missing()).hasSize(1);
        Bundle.Missing pork = bundle.missing().getFirst();
        assertThat(pork.item()).isEqualTo("里脊肉");
        assertThat(pork.why()).isEqualTo("附近的店都休息或不够卖");
        assertThat(pork.instead()).extracting(MenuItem::title).contains("鸡胸肉 500g");
        assertThat(bundle.note()).endsWith("买不到：里脊肉。没有替您换任何东西。");
        assertThat(bundle.shops().getFirst().pieces())
                .extracting(Bundle.Piece::title)
                .containsExactly("大米 5kg");
    }

    @Test
    void what_no_one_shop_has_comes_from_two_and_below_the_minimum_is_said() {
        Bundle bundle =
                bundle(List.of(new Wanted("玫瑰", 1, null, null), new Wanted("卤蛋", 1, null, null)));

        assertThat(bundle.oneShop()).isFalse();
        assertThat(bundle.shops()).hasSize(2);
        assertThat(bundle.note()).contains("最少要分2家送").contains("到起送价");
        Bundle.Basket small =
                bundle.shops().stream()
                        .filter(basket -> basket.belowMinimumBy() != null)
                        .findFirst()
                        .orElseThrow();
        assertThat(small.goods().plus(Objects.requireNonNull(small.belowMinimumBy())))
                .isEqualTo(small.minimumOrder());
    }

    @Test
    void too_long_and_empty_lists_are_refused() {
        List<Wanted> long31 = java.util.Collections.nCopies(31, new Wanted("水", 1, null, null));

        assertThat(code("flash.bundle.propose", new BundleWish("西溪园区", long31, null)))
                .isEqualTo("TOO_MANY_ITEMS");
        assertThat(code("flash.bundle.propose", new BundleWish("西溪园区", List.of(), null)))
                .isEqualTo("NO_LINES");
        assertThat(code("flash.bundle.propose", new BundleWish("月球", long31, null)))
                .isEqualTo("PLACE_UNKNOWN");
    }

    @Test
    void what_is_sold_out_has_substitutes_here_first_with_the_difference() {
        ShopOffer shop = here.shop("生椰拿铁");
        MenuItem gone = shop.items().getFirst();
        here.left(gone.itemId(), 0);

        Substitutes found =
                output(
                        "flash.item.substitutes",
                        new SubstituteWish(gone.itemId(), 2, null),
                        Substitutes.class);

        assertThat(found.left()).isZero();
        assertThat(found.substitutes()).isNotEmpty();
        Substitute first = found.substitutes().getFirst();
        assertThat(first.sameShop()).isTrue();
        assertThat(first.why()).startsWith("同一家店，");
        assertThat(found.substitutes())
                .noneMatch(one -> one.itemId().equals(gone.itemId()))
                .allSatisfy(
                        one ->
                                assertThat(one.difference())
                                        .isEqualTo(one.price().minus(gone.price()).times(2)));
        List<Boolean> order = found.substitutes().stream().map(Substitute::sameShop).toList();
        assertThat(order).isSortedAccordingTo((a, b) -> Boolean.compare(b, a));
        assertThat(code("flash.item.substitutes", new SubstituteWish("F1-1", 1, null)))
                .isEqualTo("UNKNOWN_ITEM");
    }

    @Test
    void menus_have_pages_sections_and_options() {
        ShopOffer grocer = here.shop("大米");
        ShopMenu first = menu(new MenuWish(grocer.shopId(), null, null, null));
        ShopMenu last = menu(new MenuWish(grocer.shopId(), null, first.pages(), null));
        ShopMenu vegetables = menu(new MenuWish(grocer.shopId(), "蔬菜", null, null));
        ShopMenu coffee = menu(new MenuWish(here.shop("拿铁").shopId(), null, null, null));

        assertThat(first.items()).hasSize(20);
        assertThat(first.pages()).isGreaterThan(5);
        assertThat(last.items()).isNotEmpty();
        assertThat(first.sections().stream().mapToInt(ShopMenu.Section::items).sum())
                .isGreaterThan(120);
        assertThat(vegetables.items()).allMatch(item -> item.section().equals("蔬菜"));
        ShopMenu.Entry latte = coffee.items().getFirst();
        assertThat(latte.english()).isEqualTo("latte");
        assertThat(latte.options()).extracting(ShopMenu.Options::title).contains("温度", "杯型");
        assertThat(latte.options().get(1).choices().get(1).extra()).isEqualTo(Money.cny(300));
        assertThat(code("flash.shop.menu", new MenuWish(grocer.shopId(), null, 99, null)))
                .isEqualTo("NO_SUCH_PAGE");
        assertThat(code("flash.shop.menu", new MenuWish("F", null, null, null)))
                .isEqualTo("UNKNOWN_SHOP");
    }

    @Test
    void searches_keep_to_a_fee_and_a_rating_and_say_when_that_leaves_none() {
        ShopSearch all = new ShopSearch("西溪园区", "大米", null);
        List<ShopOffer> shops = here.search(all).shops();
        long lowest = shops.stream().mapToLong(BundlesIT::fees).min().orElseThrow();

        ShopOffers cheap = here.search(new ShopSearch("西溪园区", "大米", null, Money.cny(lowest), null));
        ShopOffers none = here.search(new ShopSearch("西溪园区", "大米", null, null, 5.1));

        assertThat(cheap.shops()).isNotEmpty().allMatch(shop -> fees(shop) <= lowest);
        assertThat(none.shops()).isEmpty();
        assertThat(none.note()).contains("都不符合运费或评分要求");
    }

    @Test
    void what_nobody_sells_is_not_replaced_but_what_is_near_to_it_is_named() {
        ShopOffers none = here.search(new ShopSearch("西溪园区", "抹茶星冰乐", null));

        assertThat(none.shops()).isEmpty();
        assertThat(none.note()).startsWith("西溪园区附近没有店卖“抹茶星冰乐”。");
        assertThat(Objects.requireNonNull(none.similar()))
                .extracting(MenuItem::title)
                .contains("抹茶拿铁");
    }

    @Test
    void the_words_say_hot_or_iced_large_or_not() {
        ShopOffer shop = here.shop("2杯大杯冰拿铁");

        assertThat(shop.items().getFirst().title()).isEqualTo("拿铁");
        assertThat(shop.items().getFirst().options()).containsExactly("iced", "large");
        assertThat(here.shop("two iced lattes").items().getFirst().options())
                .containsExactly("iced");
        assertThat(here.shop("热拿铁").items().getFirst().options()).isNull();
        assertThat(here.shop("珍珠奶茶").items().getFirst().options()).isNull();
    }

    private static long fees(ShopOffer shop) {
        return shop.deliveryFee().plus(shop.packingFee()).amount();
    }

    private Bundle bundle(RecipePlan plan) {
        return bundle(
                plan.shopping().stream()
                        .map(one -> new Wanted(one.item(), null, one.amount(), one.unit()))
                        .toList());
    }

    private Bundle bundle(List<Wanted> wanted) {
        return output("flash.bundle.propose", new BundleWish("西溪园区", wanted, null), Bundle.class);
    }

    private ShopMenu menu(MenuWish wish) {
        return output("flash.shop.menu", wish, ShopMenu.class);
    }

    private <T> T output(String capability, Object input, Class<T> type) {
        return AgentHarness.output(here.call(capability, input), type);
    }

    private String code(String capability, Object input) {
        return AgentHarness.failure(here.call(capability, input)).getCode();
    }
}
