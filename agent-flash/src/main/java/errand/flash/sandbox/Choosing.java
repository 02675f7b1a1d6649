package errand.flash.sandbox;

import errand.flash.delivery.MenuItem;
import errand.flash.delivery.ShopOffer;
import errand.flash.sandbox.Shop.Item;
import errand.runtime.sandbox.Said;
import errand.runtime.sandbox.Shelf;
import errand.runtime.sandbox.Slot;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What of some shops a text names: dishes by their names, else whole menus by the kind of shop.
 * Knows nothing of places.
 */
final class Choosing {

    /** From here on the item itself is named. */
    private static final int NAMED = 10;

    private static final int MOST_SHOPS = 10;
    private static final int MOST_ITEMS = 8;

    private final Said said;
    private final List<Fit> fits = new ArrayList<>();

    /** An item and how well it is named. */
    private record Fit(Shop shop, Item item, int score) {

        /** Only the kind of shop was named: its menu keeps its order, dishes before side dishes. */
        boolean inMenu() {
            return score < NAMED;
        }
    }

    Choosing(String text, List<Shop> shops) {
        this.said = Said.of(text);
        shops.forEach(shop -> shop.menu().forEach(item -> consider(shop, item)));
        int best = fits.stream().mapToInt(Fit::score).max().orElse(0);
        fits.removeIf(fit -> fit.score() * 3 <= best * 2);
    }

    private void consider(Shop shop, Item item) {
        int named = said.fit(item.dish().terms());
        int kind = Math.min(NAMED - 1, said.fit(shop.kind().terms()));
        int score = named > 0 ? NAMED * named : said.isWithin(item.title()) ? NAMED : kind;
        if (score > 0) {
            fits.add(new Fit(shop, item, score));
        }
    }

    List<String> itemIds() {
        return fits.stream().map(fit -> fit.item().itemId()).toList();
    }

    List<Shop> shops() {
        return fits.stream().map(Fit::shop).distinct().toList();
    }

    /** Those that are open and have some left: best named first, then the special shops. */
    List<ShopOffer> offers(LocalTime time, LocalDate day, Neighbourhood world, Shelf shelf) {
        return shops().stream()
                .filter(shop -> shop.kind().openAt(time))
                .filter(shop -> !left(shop, day, world, shelf).isEmpty())
                .sorted(
                        Comparator.comparingInt((Shop shop) -> -best(shop, day, world, shelf))
                                .thenComparing(shop -> shop.kind().number())
                                .thenComparing(Shop::etaMinutes))
                .limit(MOST_SHOPS)
                .map(shop -> offer(shop, left(shop, day, world, shelf), day, shelf))
                .toList();
    }

    private int best(Shop shop, LocalDate day, Neighbourhood world, Shelf shelf) {
        return left(shop, day, world, shelf).getFirst().score();
    }

    private List<Fit> left(Shop shop, LocalDate day, Neighbourhood world, Shelf shelf) {
        return fits.stream()
                .filter(fit -> fit.shop().equals(shop))
                .filter(fit -> shelf.left(slot(fit, day), world.stock(fit.item(), day)) > 0)
                .sorted(
                        Comparator.comparingInt((Fit fit) -> -fit.score())
                                .thenComparing(fit -> fit.inMenu() ? 0 : fen(fit, day, shelf)))
                .toList();
    }

    private static ShopOffer offer(Shop shop, List<Fit> left, LocalDate day, Shelf shelf) {
        return new ShopOffer(
                shop.shopId(),
                shop.name(),
                left.stream()
                        .limit(MOST_ITEMS)
                        .map(fit -> menuItem(fit.item(), day, shelf))
                        .toList(),
                shop.minimumOrder(),
                shop.etaMinutes(),
                shop.deliveryFee(),
                shop.kind().hours());
    }

    static MenuItem menuItem(Item item, LocalDate day, Shelf shelf) {
        return new MenuItem(item.itemId(), item.title(), ShopBasket.price(item, day, shelf));
    }

    private static long fen(Fit fit, LocalDate day, Shelf shelf) {
        return ShopBasket.price(fit.item(), day, shelf).amount();
    }

    private static Slot slot(Fit fit, LocalDate day) {
        return new Slot(fit.item().itemId(), day);
    }
}
