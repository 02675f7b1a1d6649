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
                            Column.of("shop_id", "letters and digits", "Unique", "LULU1"),
                            Column.text("name", "Its name", "露露的店（西溪店）"),
                            Column.text("place", "City and part of town it is in", "杭州西溪园区"),
                            Column.texts("kind", "What people call such a shop", "面包店;bakery")
                                    .optional(),
                            Column.time("opens", "From when it delivers", "08:00").optional(),
                            Column.time(
                                            "closes",
                                            "Until when; the same as opens: day and night",
                                            "21:30")
                                    .optional(),
                            Column.yuan("minimum", "Order goods for at least this", "20")
                                    .optional(),
                            Column.yuan("packing", "For packing, once an order", "1").optional(),
                            Column.yuan("fee", "For delivery", "3.50").optional(),
                            Column.whole("minutes", 1, 120, "To prepare an order", "15").optional(),
                            Column.whole("metres", 1, 10_000, "How far away", "800").optional(),
                            Column.number("rating", 1, 5, "Stars", "4.8").optional(),
                            Column.of("picture", "one character", "Shown as picture", "🥐")
                                    .optional()),
                    FlashTables::shop);

    static final PackTable<ItemRow> ITEMS =
            new PackTable<>(
                    "flash/items.csv",
                    "Something a shop of the pack or of the generated world sells",
                    List.of(
                            Column.of(
                                    "item_id", "letters, digits, - and _", "Unique", "LULU1-bread"),
                            Column.text("shop_id", "The shop", "LULU1"),
                            Column.text("title", "Its name, size at the end", "全麦面包 500g"),
                            Column.text("english", "English name", "wholemeal bread").optional(),
                            Column.texts("also", "Other names", "面包;bread").optional(),
                            Column.text("section", "Section of the menu", "面包").optional(),
                            Column.yuan("price", "Price of one", "18.80"),
                            Column.whole("stock", 0, 100_000, "Portions a day", "50").optional()),
                    FlashTables::item);

    static final PackTable<RecipeRow> RECIPES =
            new PackTable<>(
                    "flash/recipes.csv",
                    "How a dish is made",
                    List.of(
                            Column.text("recipe_id", "Unique", "MY-1"),
                            Column.text("dish", "The dish", "外婆红烧肉"),
                            Column.texts(
                                            "also",
                                            "Other names, the first Latin one is its English name",
                                            "grandma's pork")
                                    .optional(),
                            Column.whole("servings", 1, 50, "For so many", "2"),
                            Column.whole("minutes", 0, 600, "0: not known", "90").optional(),
                            Column.whole("difficulty", 0, 5, "0: not known", "3").optional(),
                            Column.texts(
                                    "ingredients",
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
        return new ShopRow(
                row.matching("shop_id", SHOP_ID, "letters and digits"),
                row.text("name"),
                row.text("place"),
                row.list("kind"),
                row.time("opens"),
                row.time("closes"),
                row.yuanOrNothing("minimum"),
                row.yuanOrNothing("packing"),
                row.yuanOrNothing("fee"),
                row.whole("minutes", 15),
                row.whole("metres", 1_000),
                row.decimal("rating", 4.5),
                row.optional("picture").orElse("🏪"));
    }

    private static ItemRow item(PackRow row) {
        return new ItemRow(
                row.matching("item_id", ITEM_ID, "letters, digits, - and _"),
                row.text("shop_id"),
                row.text("title"),
                row.optional("english").orElse(""),
                row.list("also"),
                row.optional("section").orElse("其他"),
                row.yuan("price"),
                row.whole("stock", DAY_OF_STOCK));
    }

    private static RecipeRow recipe(PackRow row) {
        RecipeRow recipe =
                new RecipeRow(
                        row.text("recipe_id"),
                        row.text("dish"),
                        row.list("also"),
                        row.whole("servings"),
                        row.whole("minutes", 0),
                        row.whole("difficulty", 0),
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
