package errand.flash.sandbox;

import errand.agent.Money;
import errand.agent.Outcome;
import errand.agent.Task;
import errand.flash.delivery.BelowMinimum;
import errand.flash.delivery.MenuItem;
import errand.flash.delivery.OrderLine;
import errand.flash.delivery.OrderQuote;
import errand.runtime.sandbox.Shelf;
import errand.runtime.sandbox.Shelves;
import errand.runtime.sandbox.Slip;
import errand.runtime.sandbox.Slip.Wanted;
import errand.runtime.sandbox.Slot;
import errand.runtime.sandbox.World;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Whether a shop would take an order as it is wished. Knows nothing of holds. */
final class OrderCheck {

    private static final int MOST_PIECES = 99;
    private static final int PROPOSALS = 3;

    private final Atlas atlas;
    private final Neighbourhood neighbourhood;
    private final Shelves shelves;

    OrderCheck(Atlas atlas, Neighbourhood neighbourhood, Shelves shelves) {
        this.atlas = atlas;
        this.neighbourhood = neighbourhood;
        this.shelves = shelves;
    }

    /** What would be ordered, or why not. */
    Outcome<ShopBasket> basket(OrderQuote wish, Task task) {
        Shop shop = neighbourhood.shop(wish.shopId()).orElse(null);
        if (shop == null) {
            return Wording.unknownShop(task, wish.shopId());
        }
        Optional<Outcome<ShopBasket>> wrong = wrong(wish, shop, task);
        return wrong.orElseGet(() -> enough(wish, shop, task));
    }

    private Optional<Outcome<ShopBasket>> wrong(OrderQuote wish, Shop shop, Task task) {
        if (wish.lines().isEmpty()) {
            return Optional.of(Wording.noLines(task));
        }
        for (OrderLine line : wish.lines()) {
            if (shop.item(line.itemId()).isEmpty()) {
                return Optional.of(Wording.unknownItem(task, line.itemId(), shop));
            }
            if (line.quantity() < 1 || line.quantity() > MOST_PIECES) {
                return Optional.of(Wording.badQuantity(task, line.quantity(), MOST_PIECES));
            }
        }
        if (!shop.kind().openAt(task.now().atZone(World.ZONE).toLocalTime())) {
            return Optional.of(Wording.shopClosed(task, shop));
        }
        return wrongPlace(wish.deliverTo(), shop, task);
    }

    /** The courier finds 前台 within the shop's part of town; another town is too far. */
    private Optional<Outcome<ShopBasket>> wrongPlace(String deliverTo, Shop shop, Task task) {
        if (deliverTo.isBlank()) {
            return Optional.of(Wording.placeUnknown(task, deliverTo, atlas));
        }
        return atlas.find(deliverTo)
                .filter(part -> !part.city().equals(shop.part().city()))
                .map(part -> Wording.outOfReach(task, shop, part));
    }

    private Outcome<ShopBasket> enough(OrderQuote wish, Shop shop, Task task) {
        LocalDate today = World.today(task.now());
        List<Wanted> lines =
                wish.lines().stream()
                        .map(line -> new Wanted(line.itemId(), line.quantity()))
                        .toList();
        ShopBasket basket =
                new ShopBasket(
                        neighbourhood, shop, new Slip(today, lines, wish.deliverTo().strip()));
        List<String> menu = shop.menu().stream().map(Shop.Item::itemId).toList();
        Shelf shelf = shelves.look(menu, List.of(today), task.now());
        Money lacking = shop.minimumOrder().minus(basket.goodsTotal(shelf));
        return lacking.amount() <= 0
                ? Outcome.done(basket)
                : Wording.belowMinimum(
                        task,
                        shop,
                        new BelowMinimum(
                                lacking,
                                shop.minimumOrder(),
                                proposals(shop, lacking, today, shelf)));
    }

    /** The cheapest that alone make up what is lacking; the dearest when none does. */
    private List<MenuItem> proposals(Shop shop, Money lacking, LocalDate day, Shelf shelf) {
        List<MenuItem> left =
                shop.menu().stream()
                        .filter(
                                item ->
                                        shelf.left(
                                                        new Slot(item.itemId(), day),
                                                        neighbourhood.stock(item, day))
                                                > 0)
                        .map(item -> Choosing.menuItem(item, day, shelf))
                        .sorted(Comparator.comparing(item -> item.price().amount()))
                        .toList();
        List<MenuItem> enough =
                left.stream()
                        .filter(item -> item.price().amount() >= lacking.amount())
                        .limit(PROPOSALS)
                        .toList();
        return enough.isEmpty() ? left.reversed().stream().limit(PROPOSALS).toList() : enough;
    }
}
