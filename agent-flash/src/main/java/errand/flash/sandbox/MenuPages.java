package errand.flash.sandbox;

import errand.agent.Money;
import errand.agent.Outcome;
import errand.agent.Task;
import errand.flash.delivery.MenuWish;
import errand.flash.delivery.ShopMenu;
import errand.flash.delivery.ShopMenu.Choice;
import errand.flash.delivery.ShopMenu.Entry;
import errand.flash.delivery.ShopMenu.Options;
import errand.flash.delivery.ShopMenu.Section;
import errand.flash.sandbox.Extras.Group;
import errand.flash.sandbox.Shop.Item;
import errand.runtime.sandbox.Refusals;
import errand.runtime.sandbox.Shelf;
import errand.runtime.sandbox.Shelves;
import errand.runtime.sandbox.Slot;
import errand.runtime.sandbox.World;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A shop's menu, page by page. */
final class MenuPages {

    private static final int ON_A_PAGE = 20;

    private final Nearby nearby;
    private final Shelves shelves;

    MenuPages(Nearby nearby, Shelves shelves) {
        this.nearby = nearby;
        this.shelves = shelves;
    }

    Outcome<ShopMenu> menu(MenuWish wish, Task task) {
        Shop shop = nearby.world().shop(wish.shopId()).orElse(null);
        if (shop == null) {
            return Wording.unknownShop(task, wish.shopId());
        }
        List<Item> items =
                shop.menu().stream()
                        .filter(
                                item ->
                                        wish.section() == null
                                                || wish.section().equals(item.dish().section()))
                        .toList();
        int pages = Math.max(1, (items.size() + ON_A_PAGE - 1) / ON_A_PAGE);
        int page = wish.page() == null ? 1 : wish.page();
        if (page < 1 || page > pages) {
            return Wording.noSuchPage(task, page, pages);
        }
        List<Item> here = items.stream().skip((page - 1L) * ON_A_PAGE).limit(ON_A_PAGE).toList();
        return Outcome.done(page(shop, here, page, pages, wish, task));
    }

    private ShopMenu page(
            Shop shop, List<Item> items, int page, int pages, MenuWish wish, Task task) {
        Instant when = SandboxShops.when(wish.at(), task);
        LocalDate day = World.today(when);
        Shelf shelf =
                shelves.look(items.stream().map(Item::itemId).toList(), List.of(day), task.now());
        return new ShopMenu(
                shop.shopId(),
                shop.name(),
                shop.kind().hours(),
                shop.openAt(when),
                shop.minimumOrder(),
                shop.packingFee(),
                shop.deliveryFee(),
                shop.rating() / 10.0,
                shop.kind().image(),
                sections(shop),
                items.stream().map(item -> entry(shop, item, day, shelf, task)).toList(),
                page,
                pages);
    }

    private static List<Section> sections(Shop shop) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        shop.menu().forEach(item -> counts.merge(item.dish().section(), 1, Integer::sum));
        return counts.entrySet().stream()
                .map(entry -> new Section(entry.getKey(), entry.getValue()))
                .toList();
    }

    private Entry entry(Shop shop, Item item, LocalDate day, Shelf shelf, Task task) {
        int left = shelf.left(new Slot(item.itemId(), day), nearby.world().stock(item, day));
        return new Entry(
                item.itemId(),
                item.title(),
                item.dish().english().orElse(""),
                item.dish().section(),
                ShopBasket.price(item, day, shelf),
                left,
                nearby.extras().of(shop.kind(), item.dish()).stream()
                        .map(group -> options(group, task))
                        .toList());
    }

    private static Options options(Group group, Task task) {
        return new Options(
                Refusals.in(task, group.zh(), group.en()),
                group.most(),
                group.choices().stream()
                        .map(
                                choice ->
                                        new Choice(
                                                choice.id(),
                                                Refusals.in(task, choice.zh(), choice.en()),
                                                Money.cny(choice.fen())))
                        .toList());
    }
}
