package errand.flash.sandbox;

import errand.agent.Money;
import errand.flash.delivery.MenuItem;
import errand.flash.delivery.ShopOffer;
import errand.flash.sandbox.Shop.Item;
import errand.runtime.sandbox.Shelf;
import errand.runtime.sandbox.Slot;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What of some shops a text names, only what is named about as well as the best, in the order in
 * which it is offered. Knows nothing of places.
 */
final class Choosing {

    private static final int MOST_SHOPS = 10;
    private static final int MOST_ITEMS = 8;

    /** Where only the kind of shop is named: enough to fill an offer though some is sold out. */
    private static final int MOST_OF_MENU = 24;

    private static final int MOST_NAMED = 200;

    private final String text;
    private final Neighbourhood world;
    private final Extras extras;
    private final List<Fit> fits;

    /** An item and how well it is named. */
    record Fit(Shop shop, Item item, int score) {

        /** Only the kind of shop was named: its menu keeps its order, dishes before side dishes. */
        boolean inMenu() {
            return score < Assortment.NAMED;
        }
    }

    /**
     * @param named how well dishes are named
     */
    Choosing(
            String text,
            Map<Dish, Integer> named,
            List<Shop> shops,
            Neighbourhood world,
            Extras extras) {
        this.text = text;
        this.world = world;
        this.extras = extras;
        int best =
                shops.stream()
                        .flatMap(shop -> shop.menu().stream())
                        .mapToInt(item -> named.getOrDefault(item.dish(), 0))
                        .max()
                        .orElse(0);
        this.fits =
                shops.stream()
                        .flatMap(
                                shop ->
                                        shop.menu().stream()
                                                .map(item -> fit(shop, item, named))
                                                .filter(fit -> fit.score() * 3 > best * 2)
                                                .limit(
                                                        best < Assortment.NAMED
                                                                ? MOST_OF_MENU
                                                                : MOST_NAMED))
                        .toList();
    }

    private static Fit fit(Shop shop, Item item, Map<Dish, Integer> named) {
        return new Fit(shop, item, named.getOrDefault(item.dish(), 0));
    }

    List<String> itemIds() {
        return fits.stream().map(fit -> fit.item().itemId()).toList();
    }

    List<Shop> shops() {
        return fits.stream().map(Fit::shop).distinct().toList();
    }

    /**
     * Those that are open and have some left: best named first, then the special shops.
     *
     * @param maxFee of packing and delivery together; null for any
     * @param minRating null for any
     */
    List<ShopOffer> offers(
            LocalTime time,
            LocalDate day,
            Shelf shelf,
            @Nullable Money maxFee,
            @Nullable Double minRating) {
        return leftIn(time, day, shelf).stream()
                .filter(left -> maxFee == null || fees(left) <= maxFee.amount())
                .filter(left -> minRating == null || rating(left) >= minRating)
                .limit(MOST_SHOPS)
                .map(left -> offer(left, day, shelf))
                .toList();
    }

    /** What is left of it in each open shop, best named first, then cheapest. */
    List<List<Fit>> leftIn(LocalTime time, LocalDate day, Shelf shelf) {
        Map<Shop, List<Fit>> byShop =
                fits.stream()
                        .filter(fit -> fit.shop().kind().openAt(time))
                        .filter(fit -> left(fit.item(), day, shelf) > 0)
                        .collect(
                                java.util.stream.Collectors.groupingBy(
                                        Fit::shop,
                                        java.util.LinkedHashMap::new,
                                        java.util.stream.Collectors.toList()));
        return byShop.values().stream()
                .map(left -> left.stream().sorted(bestFirst(day, shelf)).toList())
                .sorted(
                        Comparator.comparingInt((List<Fit> left) -> -left.getFirst().score())
                                .thenComparing(left -> left.getFirst().shop().kind().number())
                                .thenComparing(left -> left.getFirst().shop().etaMinutes()))
                .toList();
    }

    int left(Item item, LocalDate day, Shelf shelf) {
        return shelf.left(new Slot(item.itemId(), day), world.stock(item, day));
    }

    private static Comparator<Fit> bestFirst(LocalDate day, Shelf shelf) {
        return Comparator.comparingInt((Fit fit) -> -fit.score())
                .thenComparing(
                        fit ->
                                fit.inMenu()
                                        ? 0
                                        : ShopBasket.price(fit.item(), day, shelf).amount());
    }

    private static long fees(List<Fit> left) {
        return left.getFirst().shop().fees().amount();
    }

    private static double rating(List<Fit> left) {
        return left.getFirst().shop().rating() / 10.0;
    }

    private ShopOffer offer(List<Fit> left, LocalDate day, Shelf shelf) {
        Shop shop = left.getFirst().shop();
        return new ShopOffer(
                shop.shopId(),
                shop.name(),
                left.stream()
                        .limit(MOST_ITEMS)
                        .map(fit -> asked(shop, fit.item(), day, shelf))
                        .toList(),
                shop.minimumOrder(),
                shop.etaMinutes(),
                shop.deliveryFee(),
                shop.kind().hours(),
                shop.packingFee(),
                shop.rating() / 10.0,
                shop.monthlyOrders(),
                shop.metres(),
                shop.kind().image());
    }

    private MenuItem asked(Shop shop, Item item, LocalDate day, Shelf shelf) {
        MenuItem plain = menuItem(item, day, shelf);
        List<String> options = extras.asked(text, shop.kind(), item.dish());
        return new MenuItem(
                plain.itemId(),
                plain.title(),
                plain.price(),
                plain.english(),
                options.isEmpty() ? null : options);
    }

    static MenuItem menuItem(Item item, LocalDate day, Shelf shelf) {
        Optional<String> english = item.dish().english();
        return new MenuItem(
                item.itemId(),
                item.title(),
                ShopBasket.price(item, day, shelf),
                english.orElse(null),
                null);
    }
}
