package errand.flash.sandbox;

import errand.flash.sandbox.Shop.Item;
import errand.runtime.sandbox.Chance;
import errand.runtime.sandbox.Table;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * All shops, their menus and their stock on a day: a pure function of the seed, made when asked
 * for, and what a world pack adds or puts in its place.
 */
final class Neighbourhood {

    private static final Pattern SHOP = Pattern.compile("F(\\d{3})(\\d{2})([1-9]\\d{0,3})");

    private final long seed;
    private final int size;
    private final Atlas atlas;
    private final FlashPack pack;
    private final List<Kind> kinds;

    /** The generated world in its usual size. */
    Neighbourhood(long seed, Atlas atlas) {
        this(seed, 1, atlas, FlashPack.none());
    }

    /**
     * @param size how many times as many shops of each kind as usual
     */
    Neighbourhood(long seed, int size, Atlas atlas, FlashPack pack) {
        this.seed = seed;
        this.size = size;
        this.atlas = atlas;
        this.pack = pack;
        List<List<String>> rows = Table.read("/flash/shops.csv");
        this.kinds =
                IntStream.range(0, rows.size()).mapToObj(i -> Kind.of(i, rows.get(i))).toList();
    }

    long seed() {
        return seed;
    }

    /** What is generated; none when a pack stands instead. */
    List<Kind> kinds() {
        return pack.replacesShops() ? List.of() : kinds;
    }

    FlashPack pack() {
        return pack;
    }

    /** Whether shops have the usual menus of their kind. */
    boolean hasUsualMenus() {
        return !pack.replacesItems();
    }

    List<Shop> shopsIn(Part part) {
        return shopsIn(part, kind -> true);
    }

    /** Those of some kinds; those of a pack whatever their kind. */
    List<Shop> shopsIn(Part part, Predicate<Kind> wanted) {
        List<Shop> shops = new ArrayList<>();
        for (Kind kind : kinds()) {
            if (wanted.test(kind) || pack.mayAddTo(part, kind)) {
                for (int number = 1; number <= count(part, kind); number++) {
                    shops.add(shop(part, kind, number));
                }
            }
        }
        shops.addAll(pack.shopsIn(part));
        return shops;
    }

    Optional<Shop> shop(String shopId) {
        return pack.shop(shopId).or(() -> generated(shopId));
    }

    private Optional<Shop> generated(String shopId) {
        Matcher id = SHOP.matcher(shopId);
        if (!id.matches()) {
            return Optional.empty();
        }
        int part = Integer.parseInt(id.group(1));
        int kind = Integer.parseInt(id.group(2));
        int number = Integer.parseInt(id.group(3));
        boolean exists =
                part < atlas.parts().size()
                        && kind < kinds().size()
                        && number <= count(atlas.parts().get(part), kinds.get(kind));
        return exists
                ? Optional.of(shop(atlas.parts().get(part), kinds.get(kind), number))
                : Optional.empty();
    }

    /** The shop that sells an item, by the item's id. */
    Optional<Shop> shopOf(String itemId) {
        int dash = itemId.indexOf('-');
        String shopId = pack.shopIdOf(itemId).orElse(dash < 0 ? "" : itemId.substring(0, dash));
        return shop(shopId).filter(shop -> shop.item(itemId).isPresent());
    }

    /** Portions on a day before anything is ordered; three in a hundred are sold out. */
    int stock(Item item, LocalDate day) {
        return pack.stock(item.itemId())
                .orElseGet(
                        () -> {
                            Chance chance = Chance.of(seed, "portions", item.itemId(), day);
                            return chance.in100(3) ? 0 : chance.between(20, 120);
                        });
    }

    private int count(Part part, Kind kind) {
        boolean two =
                kind.shops().size() > 1
                        && Chance.of(seed, "two", part.number(), kind.name()).in100(60);
        return size * (two ? 2 : 1);
    }

    private Shop shop(Part part, Kind kind, int number) {
        String id = "F%03d%02d%d".formatted(part.number(), kind.number(), number);
        Chance chance = Chance.of(seed, "shop", id);
        int first = Chance.of(seed, "names", part.number(), kind.name()).between(0, 99);
        String name = kind.shops().get((first + number) % kind.shops().size());
        String where = part.isCentre() ? part.city().zh() + "市中心" : part.name();
        String which = number > 2 ? where + number : where;
        int metres = chance.between(3, 34) * 100;
        long fee = chance.between(0, 6) * 100L;
        Chance fame = Chance.of(seed, "fame", id);
        return new Shop(
                id,
                "%s（%s店）".formatted(name, which),
                part,
                kind,
                metres,
                fee,
                fame.between(41, 50),
                fame.between(20, 3_000),
                menu(id, kind, chance));
    }

    private List<Item> menu(String shop, Kind kind, Chance chance) {
        List<Item> menu = new ArrayList<>();
        if (hasUsualMenus()) {
            for (Dish dish : kind.dishes()) {
                long yuan = chance.between(dish.lowestYuan(), dish.highestYuan());
                menu.add(new Item(shop + "-" + (menu.size() + 1), dish, yuan * 100));
            }
        }
        menu.addAll(pack.itemsOf(shop));
        return menu;
    }
}
