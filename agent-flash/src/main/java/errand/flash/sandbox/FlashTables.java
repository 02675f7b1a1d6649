package errand.flash.sandbox;

import errand.agent.Money;
import errand.runtime.sandbox.pack.Column;
import errand.runtime.sandbox.pack.PackRow;
import errand.runtime.sandbox.pack.PackTable;
import errand.runtime.sandbox.pack.PackTables;
import errand.runtime.sandbox.pack.WorldPack;
import java.time.LocalTime;
import java.util.List;
import java.util.regex.Pattern;

/** The tables of a world pack that the flash sandbox reads: shops, what they sell, recipes. */
public final class FlashTables implements PackTables {

    private static final Pattern SHOP_ID = Pattern.compile("[A-Za-z][A-Za-z0-9]{0,39}");
    private static final Pattern ITEM_ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,59}");
    private static final int DAY_OF_STOCK = 50;

    /** A row of {@code flash/shops.csv}. */
    record ShopRow(
            String shopId,
            String name,
            String place,
            List<String> kind,
            LocalTime opens,
            LocalTime closes,
            Money minimum,
            Money packing,
            Money fee,
            int minutes,
            int metres,
            double rating,
            String picture) {}

    /** A row of {@code flash/items.csv}. */
    record ItemRow(
            String itemId,
            String shopId,
            String title,
            String english,
            List<String> also,
            String section,
            Money price,
            int stock) {}

    /** A row of {@code flash/recipes.csv}. */
    record RecipeRow(
            String recipeId,
            String dish,
            List<String> also,
            int servings,
            int minutes,
            int difficulty,
            List<String> ingredients) {}

    static final PackTable<ShopRow> SHOPS =
            new PackTable<>(
                    "flash/shops.csv",
                    "A shop that delivers",
                    List.of(
                            Column.required("shop_id", "letters and digits", "Unique", "LULU1"),
                            Column.required("name", "text", "Its name", "露露的店（西溪店）"),
                            Column.required(
                                    "place", "text", "City and part of town it is in", "杭州西溪园区"),
                            Column.optional(
                                    "kind",
                                    "texts between ;",
                                    "What people call such a shop",
                                    "面包店;bakery"),
                            Column.optional("opens", "time", "From when it delivers", "08:00"),
                            Column.optional(
                                    "closes",
                                    "time",
                                    "Until when; the same as opens: day and night",
                                    "21:30"),
                            Column.optional(
                                    "minimum", "yuan", "Order goods for at least this", "20"),
                            Column.optional("packing", "yuan", "For packing, once an order", "1"),
                            Column.optional("fee", "yuan", "For delivery", "3.50"),
                            Column.optional(
                                    "minutes",
                                    "whole number 1 to 120",
                                    "To prepare an order",
                                    "15"),
                            Column.optional(
                                    "metres", "whole number 1 to 10000", "How far away", "800"),
                            Column.optional("rating", "number 1 to 5", "Stars", "4.8"),
                            Column.optional("picture", "one character", "Shown as picture", "🥐")),
                    FlashTables::shop);

    static final PackTable<ItemRow> ITEMS =
            new PackTable<>(
                    "flash/items.csv",
                    "Something a shop of the pack or of the generated world sells",
                    List.of(
                            Column.required(
                                    "item_id", "letters, digits, - and _", "Unique", "LULU1-bread"),
                            Column.required("shop_id", "text", "The shop", "LULU1"),
                            Column.required(
                                    "title", "text", "Its name, size at the end", "全麦面包 500g"),
                            Column.optional("english", "text", "English name", "wholemeal bread"),
                            Column.optional("also", "texts between ;", "Other names", "面包;bread"),
                            Column.optional("section", "text", "Section of the menu", "面包"),
                            Column.required("price", "yuan", "Price of one", "18.80"),
                            Column.optional(
                                    "stock", "whole number 0 to 100000", "Portions a day", "50")),
                    FlashTables::item);

    static final PackTable<RecipeRow> RECIPES =
            new PackTable<>(
                    "flash/recipes.csv",
                    "How a dish is made",
                    List.of(
                            Column.required("recipe_id", "text", "Unique", "MY-1"),
                            Column.required("dish", "text", "The dish", "外婆红烧肉"),
                            Column.optional(
                                    "also",
                                    "texts between ;",
                                    "Other names, the first Latin one is its English name",
                                    "grandma's pork"),
                            Column.required("servings", "whole number 1 to 50", "For so many", "2"),
                            Column.optional(
                                    "minutes", "whole number 0 to 600", "0: not known", "90"),
                            Column.optional(
                                    "difficulty", "whole number 0 to 5", "0: not known", "3"),
                            Column.required(
                                    "ingredients",
                                    "texts between ;",
                                    "Name, amount, unit; ? behind it: may be left out",
                                    "五花肉 500 g;姜 2 片;八角 1 个?")),
                    FlashTables::recipe);

    @Override
    public List<PackTable<?>> tables() {
        return List.of(SHOPS, ITEMS, RECIPES);
    }

    @Override
    public void check(WorldPack pack) {
        FlashPack.of(pack, new Atlas(), 42);
    }

    private static ShopRow shop(PackRow row) {
        ShopRow shop =
                new ShopRow(
                        row.text("shop_id"),
                        row.text("name"),
                        row.text("place"),
                        row.list("kind"),
                        row.time("opens"),
                        row.time("closes"),
                        row.yuanOrNothing("minimum"),
                        row.yuanOrNothing("packing"),
                        row.yuanOrNothing("fee"),
                        row.whole("minutes", 1, 120, 15),
                        row.whole("metres", 1, 10_000, 1_000),
                        row.optional("rating").isPresent() ? row.decimal("rating", 1, 5) : 4.5,
                        row.optional("picture").orElse("🏪"));
        if (!SHOP_ID.matcher(shop.shopId()).matches()) {
            row.refuse("shop_id", "'%s' is not letters and digits.".formatted(shop.shopId()));
        }
        return shop;
    }

    private static ItemRow item(PackRow row) {
        ItemRow item =
                new ItemRow(
                        row.text("item_id"),
                        row.text("shop_id"),
                        row.text("title"),
                        row.optional("english").orElse(""),
                        row.list("also"),
                        row.optional("section").orElse("其他"),
                        row.yuan("price"),
                        row.whole("stock", 0, 100_000, DAY_OF_STOCK));
        if (!ITEM_ID.matcher(item.itemId()).matches()) {
            row.refuse("item_id", "'%s' is not letters, digits, - and _.".formatted(item.itemId()));
        }
        return item;
    }

    private static RecipeRow recipe(PackRow row) {
        RecipeRow recipe =
                new RecipeRow(
                        row.text("recipe_id"),
                        row.text("dish"),
                        row.list("also"),
                        row.whole("servings", 1, 50),
                        row.whole("minutes", 0, 600, 0),
                        row.whole("difficulty", 0, 5, 0),
                        row.list("ingredients"));
        recipe.ingredients().stream()
                .filter(ingredient -> !Recipe.Part.isWritten(ingredient))
                .forEach(
                        ingredient ->
                                row.refuse(
                                        "ingredients",
                                        "'%s' is not a name, or name, amount and unit such as 五花肉 500 g."
                                                .formatted(ingredient)));
        return recipe;
    }
}
