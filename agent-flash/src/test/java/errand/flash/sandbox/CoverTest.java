package errand.flash.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import errand.flash.delivery.BundleWish.Wanted;
import errand.flash.sandbox.Cover.Offer;
import errand.flash.sandbox.Cover.Piece;
import errand.flash.sandbox.Shop.Item;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CoverTest {

    private static final Part HERE = new Atlas().parts().getFirst();

    @Test
    void one_shop_with_all_of_it_is_taken_before_two_that_are_cheaper() {
        Offer all = offer("A", 0, Map.of(0, 900L, 1, 900L));
        Offer left = offer("B", 0, Map.of(0, 100L));
        Offer right = offer("C", 0, Map.of(1, 100L));

        assertThat(Cover.fewest(List.of(left, right, all), 2)).containsExactly(all);
    }

    @Test
    void of_shops_with_all_of_it_the_cheapest_with_its_fee_and_what_its_minimum_makes_one_add() {
        Offer small = offer("A", 5_000, Map.of(0, 100L, 1, 100L));
        Offer fair = offer("B", 0, Map.of(0, 300L, 1, 300L));
        Offer dear = offer("C", 0, Map.of(0, 900L, 1, 900L));

        assertThat(Cover.fewest(List.of(small, dear, fair), 2)).containsExactly(fair);
    }

    @Test
    void what_two_shops_have_comes_from_the_cheaper_one() {
        Offer left = offer("A", 0, Map.of(0, 100L, 1, 500L));
        Offer right = offer("B", 0, Map.of(1, 200L, 2, 100L));

        List<Offer> chosen = Cover.fewest(List.of(left, right), 3);

        assertThat(Cover.shares(chosen, 3))
                .containsEntry(left, List.of(0))
                .containsEntry(right, List.of(1, 2));
    }

    @Test
    void what_nobody_has_keeps_nothing_from_being_found() {
        Offer some = offer("A", 0, Map.of(0, 100L, 2, 100L));

        assertThat(Cover.fewest(List.of(some), 4)).containsExactly(some);
        assertThat(Cover.shares(List.of(some), 4)).containsEntry(some, List.of(0, 2));
        assertThat(Cover.fewest(List.of(), 4)).isEmpty();
    }

    @Test
    void when_it_takes_more_than_three_shops_each_next_one_adds_most() {
        List<Offer> offers = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            offers.add(offer("S" + i, 0, Map.of(i, 100L)));
        }

        assertThat(Cover.fewest(offers, 5)).hasSize(5);
    }

    @Test
    void a_pack_is_enough_for_two_wants_but_pieces_add_up() {
        Item spices = item("A-1", 400);
        Offer recipe = offer("A", 0, Map.of());
        recipe.put(0, new Piece(spices, 1, 400, false));
        recipe.put(1, new Piece(spices, 1, 400, false));
        Offer drinks = offer("B", 0, Map.of());
        drinks.put(0, new Piece(spices, 2, 400, true));
        drinks.put(1, new Piece(spices, 1, 400, true));

        assertThat(recipe.basket(List.of(0, 1), wanted(2)).pieces().getFirst().quantity())
                .isEqualTo(1);
        assertThat(drinks.basket(List.of(0, 1), wanted(2)).pieces().getFirst().quantity())
                .isEqualTo(3);
    }

    private static List<Wanted> wanted(int many) {
        List<Wanted> wanted = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            wanted.add(new Wanted("thing " + i, null, null, null));
        }
        return wanted;
    }

    private static Offer offer(String shopId, long minimumFen, Map<Integer, Long> prices) {
        Offer offer = new Offer(shop(shopId, minimumFen));
        prices.forEach(
                (wanted, fen) ->
                        offer.put(
                                wanted, new Piece(item(shopId + "-" + wanted, fen), 1, fen, true)));
        return offer;
    }

    private static Item item(String itemId, long fen) {
        return new Item(itemId, new Dish(itemId, "", "", List.of(), 0, 0), fen);
    }

    private static Shop shop(String shopId, long minimumFen) {
        Kind kind =
                new Kind(
                        0,
                        "kind",
                        List.of(),
                        LocalTime.MIDNIGHT,
                        LocalTime.MIDNIGHT,
                        minimumFen,
                        0,
                        10,
                        List.of("shop"),
                        List.of(),
                        "x");
        return new Shop(shopId, "shop", HERE, kind, 500, 100, 45, 100, List.of());
    }
}
