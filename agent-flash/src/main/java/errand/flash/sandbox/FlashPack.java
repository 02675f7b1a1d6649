package errand.flash.sandbox;

import errand.flash.sandbox.FlashTables.ItemRow;
import errand.flash.sandbox.FlashTables.RecipeRow;
import errand.flash.sandbox.FlashTables.ShopRow;
import errand.flash.sandbox.Shop.Item;
import errand.runtime.sandbox.Said;
import errand.runtime.sandbox.pack.PackTable.Read;
import errand.runtime.sandbox.pack.WorldPack;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** What a world pack brings to the shops nearby. Knows nothing of what is generated. */
final class FlashPack {

    /** Kinds of a pack's own shops come after all generated ones. */
    private static final int FIRST_KIND = 1_000;

    private final boolean replacesShops;
    private final boolean replacesItems;
    private final boolean replacesRecipes;
    private final Map<String, Shop> shops = new LinkedHashMap<>();
    private final Map<String, List<Item>> items = new LinkedHashMap<>();
    private final Map<String, String> shopIds = new HashMap<>();
    private final Map<String, Integer> stock = new HashMap<>();
    private final List<Recipe> recipes = new ArrayList<>();

    private FlashPack(boolean replacesShops, boolean replacesItems, boolean replacesRecipes) {
        this.replacesShops = replacesShops;
        this.replacesItems = replacesItems;
        this.replacesRecipes = replacesRecipes;
    }

    /** Nothing besides what is generated. */
    static FlashPack none() {
        return new FlashPack(false, false, false);
    }

    /** Reads the tables of a pack and notes what is wrong with them. */
    static FlashPack of(WorldPack world, Atlas atlas, long seed) {
        FlashPack pack =
                new FlashPack(
                        world.replaces(FlashTables.SHOPS),
                        world.replaces(FlashTables.ITEMS),
                        world.replaces(FlashTables.RECIPES));
        List<Read<ShopRow>> shopRows = world.rows(FlashTables.SHOPS);
        Neighbourhood generated = new Neighbourhood(seed, 1, atlas, pack);
        List<Read<ItemRow>> itemRows = world.rows(FlashTables.ITEMS);
        for (Read<ItemRow> read : itemRows) {
            String shop = read.row().shopId();
            boolean known = shopRows.stream().anyMatch(row -> row.row().shopId().equals(shop));
            if (known || generated.shop(shop).isPresent()) {
                pack.add(read.row());
            } else {
                world.reject(
                        FlashTables.ITEMS,
                        read.line(),
                        "shop_id: There is no shop '%s' in flash/shops.csv, and none is generated under that id."
                                .formatted(shop));
            }
        }
        for (Read<ShopRow> read : shopRows) {
            atlas.find(read.row().place())
                    .ifPresentOrElse(
                            part -> pack.add(read.row(), part),
                            () -> world.reject(FlashTables.SHOPS, read.line(), nowhere(read)));
        }
        world.rows(FlashTables.RECIPES).forEach(read -> pack.recipes.add(recipe(read.row())));
        return pack;
    }

    private static String nowhere(Read<ShopRow> read) {
        return "place: '%s' names no city that is known; say it as in 杭州西溪园区."
                .formatted(read.row().place());
    }

    private void add(ItemRow row) {
        String names = String.join(",", row.also());
        Dish dish =
                new Dish(
                        row.title(),
                        row.english(),
                        row.section(),
                        Said.terms(
                                row.title()
                                        + ","
                                        + row.title().split(" ")[0]
                                        + ","
                                        + row.english()
                                        + ","
                                        + names),
                        0,
                        0);
        items.computeIfAbsent(row.shopId(), id -> new ArrayList<>())
                .add(new Item(row.itemId(), dish, row.price().amount()));
        shopIds.put(row.itemId(), row.shopId());
        stock.put(row.itemId(), row.stock());
    }

    private void add(ShopRow row, Part part) {
        Kind kind =
                new Kind(
                        FIRST_KIND + shops.size(),
                        row.kind().isEmpty() ? row.name() : row.kind().getFirst(),
                        Said.terms(row.name() + ";" + String.join(";", row.kind())),
                        row.opens(),
                        row.closes(),
                        row.minimum().amount(),
                        row.packing().amount(),
                        row.minutes(),
                        List.of(row.name()),
                        List.of(),
                        row.picture());
        shops.put(
                row.shopId(),
                new Shop(
                        row.shopId(),
                        row.name(),
                        part,
                        kind,
                        row.metres(),
                        row.fee().amount(),
                        (int) Math.round(row.rating() * 10),
                        0,
                        itemsOf(row.shopId())));
    }

    private static Recipe recipe(RecipeRow row) {
        return new Recipe(
                row.recipeId(),
                row.dish(),
                row.also(),
                row.servings(),
                row.minutes(),
                row.difficulty(),
                row.ingredients().stream().map(Recipe.Part::of).toList(),
                "world pack");
    }

    boolean replacesShops() {
        return replacesShops;
    }

    boolean replacesItems() {
        return replacesItems;
    }

    boolean replacesRecipes() {
        return replacesRecipes;
    }

    List<Recipe> recipes() {
        return List.copyOf(recipes);
    }

    /** By the id of their shop. */
    Map<String, List<Item>> items() {
        return items;
    }

    List<Item> itemsOf(String shopId) {
        return items.getOrDefault(shopId, List.of());
    }

    /** Whether a generated shop of that kind may sell something of the pack there. */
    boolean mayAddTo(Part part, Kind kind) {
        String prefix = "F%03d%02d".formatted(part.number(), kind.number());
        return items.keySet().stream().anyMatch(shopId -> shopId.startsWith(prefix));
    }

    List<Shop> shopsIn(Part part) {
        return shops.values().stream().filter(shop -> shop.part().equals(part)).toList();
    }

    Optional<Shop> shop(String shopId) {
        return Optional.ofNullable(shops.get(shopId));
    }

    Optional<String> shopIdOf(String itemId) {
        return Optional.ofNullable(shopIds.get(itemId));
    }

    OptionalInt stock(String itemId) {
        Integer portions = stock.get(itemId);
        return portions == null ? OptionalInt.empty() : OptionalInt.of(portions);
    }
}
