package errand.flash.sandbox;

import errand.agent.Money;
import errand.agent.Outcome;
import errand.agent.Task;
import errand.flash.delivery.BelowMinimum;
import errand.flash.delivery.MenuItem;
import errand.flash.delivery.OrderLine;
import errand.flash.delivery.OrderQuote;
import errand.flash.sandbox.Extras.Choice;
import errand.flash.sandbox.Shop.Item;
import errand.runtime.sandbox.Refusals;
import errand.runtime.sandbox.Shelf;
import errand.runtime.sandbox.Shelves;
import errand.runtime.sandbox.Slot;
import errand.runtime.sandbox.World;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether a shop would take an order as it is wished. Knows nothing of holds. */
final class OrderCheck {

    static final int MOST_PIECES = 99;
    private static final int PROPOSALS = 3;
    private static final int DAYS_AHEAD = 2;

    private final Atlas atlas;
    private final Neighbourhood neighbourhood;
    private final Extras extras;
    private final Shelves shelves;

    OrderCheck(Atlas atlas, Neighbourhood neighbourhood, Extras extras, Shelves shelves) {
        this.atlas = atlas;
        this.neighbourhood = neighbourhood;
        this.extras = extras;
        this.shelves = shelves;
    }

    /** What would be ordered, or why not. */
    Outcome<ShopBasket> basket(OrderQuote wish, Task task) {
        Shop shop = neighbourhood.shop(wish.shopId()).orElse(null);
        if (shop == null) {
            return Wording.unknownShop(task, wish.shopId());
        }
        if (wish.lines().isEmpty()) {
            return Wording.noLines(task);
        }
        return lines(wish, shop, task)
                .then(
                        lines -> {
                            Optional<Outcome<ShopBasket>> wrong =
                                    wrongTime(wish.deliverAt(), shop, task)
                                            .or(() -> wrongPlace(wish.deliverTo(), shop, task));
                            return wrong.orElseGet(
                                    () -> enough(basket(shop, lines, wish, task), task));
                        });
    }

    private Outcome<List<Chosen>> lines(OrderQuote wish, Shop shop, Task task) {
        Outcome<List<Chosen>> lines = Outcome.done(List.of());
        for (OrderLine wanted : wish.lines()) {
            lines = lines.then(before -> line(wanted, shop, task).map(one -> with(before, one)));
        }
        return lines;
    }

    private static List<Chosen> with(List<Chosen> before, Chosen one) {
        List<Chosen> all = new ArrayList<>(before);
        all.add(one);
        return List.copyOf(all);
    }

    private Outcome<Chosen> line(OrderLine line, Shop shop, Task task) {
        Item item = shop.item(line.itemId()).orElse(null);
        if (item == null) {
            return Wording.unknownItem(task, line.itemId(), shop);
        }
        if (line.quantity() < 1 || line.quantity() > MOST_PIECES) {
            return Refusals.badQuantity(task, line.quantity(), MOST_PIECES);
        }
        List<String> options = line.options() == null ? List.of() : line.options();
        Optional<List<Choice>> choices = extras.chosen(shop.kind(), item.dish(), options);
        return choices.map(chosen -> Outcome.done(new Chosen(item, chosen, line.quantity())))
                .orElseGet(
                        () ->
                                Wording.unknownOption(
                                        task, item, options, extras.of(shop.kind(), item.dish())));
    }

    private ShopBasket basket(Shop shop, List<Chosen> lines, OrderQuote wish, Task task) {
        OffsetDateTime at = wish.deliverAt();
        Delivery delivery = new Delivery(wish.deliverTo(), at == null ? null : at.toInstant());
        LocalDate day = World.today(at == null ? task.now() : at.toInstant());
        return ShopBasket.of(neighbourhood, shop, lines, day, delivery);
    }

    private static Optional<Outcome<ShopBasket>> wrongTime(
            @Nullable OffsetDateTime at, Shop shop, Task task) {
        if (at == null) {
            return shop.openAt(task.now())
                    ? Optional.empty()
                    : Optional.of(Wording.shopClosed(task, shop));
        }
        Duration eta = Duration.ofMinutes(shop.etaMinutes());
        Instant wanted = at.toInstant();
        if (wanted.isBefore(task.now().plus(eta))) {
            return Optional.of(Wording.tooSoon(task, shop, task.now().plus(eta)));
        }
        if (World.today(wanted).isAfter(World.today(task.now()).plusDays(DAYS_AHEAD))) {
            return Optional.of(Wording.tooFarAhead(task, DAYS_AHEAD));
        }
        return shop.openAt(wanted.minus(eta)) && shop.openAt(wanted.minusSeconds(1))
                ? Optional.empty()
                : Optional.of(Wording.closedThen(task, shop, wanted));
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

    private Outcome<ShopBasket> enough(ShopBasket basket, Task task) {
        Shop shop = basket.shop();
        List<String> menu = shop.menu().stream().map(Item::itemId).toList();
        Shelf shelf = shelves.look(menu, List.of(basket.day()), task.now());
        Money lacking = shop.minimumOrder().minus(basket.goodsTotal(shelf));
        return lacking.amount() <= 0
                ? Outcome.done(basket)
                : Wording.belowMinimum(
                        task,
                        shop,
                        new BelowMinimum(
                                lacking,
                                shop.minimumOrder(),
                                proposals(shop, lacking, basket.day(), shelf)));
    }

    /** The cheapest that alone make up what is lacking; the dearest when none does. */
    private List<MenuItem> proposals(Shop shop, Money lacking, LocalDate day, Shelf shelf) {
        List<MenuItem> left =
                shop.menu().stream()
                        .filter(item -> left(item, day, shelf) > 0)
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

    private int left(Item item, LocalDate day, Shelf shelf) {
        return shelf.left(new Slot(item.itemId(), day), neighbourhood.stock(item, day));
    }
}
