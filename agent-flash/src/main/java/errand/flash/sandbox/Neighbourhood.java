package errand.flash.sandbox;

import errand.flash.sandbox.Kind.Dish;
import errand.flash.sandbox.Shop.Item;
import errand.runtime.sandbox.Chance;
import errand.runtime.sandbox.Table;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * All shops, their menus and their stock on a day: a pure function of the seed, made when asked
 * for.
 */
final class Neighbourhood {

    private static final Pattern SHOP = Pattern.compile("F(\\d{3})(\\d{2})([12])");

    private final long seed;
    private final Atlas atlas;
    private final List<Kind> kinds;

    Neighbourhood(long seed, Atlas atlas) {
        this.seed = seed;
        this.atlas = atlas;
        List<List<String>> rows = Table.read("/flash/shops.csv");
        this.kinds =
                IntStream.range(0, rows.size()).mapToObj(i -> Kind.of(i, rows.get(i))).toList();
    }

    List<Kind> kinds() {
        return kinds;
    }

    List<Shop> shopsIn(Part part) {
        List<Shop> shops = new ArrayList<>();
        for (Kind kind : kinds) {
            for (int number = 1; number <= count(part, kind); number++) {
                shops.add(shop(part, kind, number));
            }
        }
        return shops;
    }

    Optional<Shop> shop(String shopId) {
        Matcher id = SHOP.matcher(shopId);
        if (!id.matches()) {
            return Optional.empty();
        }
        int part = Integer.parseInt(id.group(1));
        int kind = Integer.parseInt(id.group(2));
        int number = Integer.parseInt(id.group(3));
        boolean exists =
                part < atlas.parts().size()
                        && kind < kinds.size()
                        && number <= count(atlas.parts().get(part), kinds.get(kind));
        return exists
                ? Optional.of(shop(atlas.parts().get(part), kinds.get(kind), number))
                : Optional.empty();
    }

    /** The shop that sells an item, by the item's id. */
    Optional<Shop> shopOf(String itemId) {
        int dash = itemId.indexOf('-');
        return dash < 0
                ? Optional.empty()
                : shop(itemId.substring(0, dash)).filter(shop -> shop.item(itemId).isPresent());
    }

    /** Portions on a day before anything is ordered; three in a hundred are sold out. */
    int stock(Item item, LocalDate day) {
        Chance chance = Chance.of(seed, "portions", item.itemId(), day);
        return chance.in100(3) ? 0 : chance.between(20, 120);
    }

    private int count(Part part, Kind kind) {
        boolean two =
                kind.shops().size() > 1
                        && Chance.of(seed, "two", part.number(), kind.name()).in100(60);
        return two ? 2 : 1;
    }

    private Shop shop(Part part, Kind kind, int number) {
        String id = "F%03d%02d%d".formatted(part.number(), kind.number(), number);
        Chance chance = Chance.of(seed, "shop", id);
        int first = Chance.of(seed, "names", part.number(), kind.name()).between(0, 99);
        String name = kind.shops().get((first + number) % kind.shops().size());
        String where = part.isCentre() ? part.city().zh() + "市中心" : part.name();
        return new Shop(
                id,
                "%s（%s店）".formatted(name, where),
                part,
                kind,
                chance.between(3, 34) * 100,
                chance.between(0, 6) * 100L,
                menu(id, kind, chance));
    }

    private static List<Item> menu(String shop, Kind kind, Chance chance) {
        List<Item> menu = new ArrayList<>();
        for (Dish dish : kind.dishes()) {
            long yuan = chance.between(dish.lowestYuan(), dish.highestYuan());
            menu.add(new Item(shop + "-" + (menu.size() + 1), dish, yuan * 100));
        }
        return menu;
    }
}
