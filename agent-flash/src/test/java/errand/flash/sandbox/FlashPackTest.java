package errand.flash.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import errand.flash.delivery.ShopOffer;
import errand.runtime.sandbox.Shelf;
import errand.runtime.sandbox.pack.BadWorldPack;
import errand.runtime.sandbox.pack.PackFault;
import errand.runtime.sandbox.pack.PackTables;
import errand.runtime.sandbox.pack.WorldPack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FlashPackTest {

    private static final Atlas ATLAS = new Atlas();
    private static final LocalDate DAY = LocalDate.parse("2026-11-23");
    private static final String SHOPS =
            """
            shop_id,name,place,kind,opens,closes,minimum,packing,fee,rating,picture
            LULU1,露露面包（西溪店）,杭州西溪园区,面包店;bakery,08:00,21:00,20,1,3.5,4.9,🥐
            """;
    private static final String ITEMS =
            """
            item_id,shop_id,title,english,also,section,price,stock
            LULU1-bread,LULU1,核桃欧包 500g,walnut bread,欧包;sourdough,面包,28.8,7
            LULU1-latte,LULU1,拿铁,latte,咖啡,饮品,15,40
            EXTRA-1,F04500-no,火星石,mars stone,,其他,1,1
            """;
    private static final String RECIPES =
            """
            recipe_id,dish,also,servings,minutes,difficulty,ingredients
            MY-1,外婆红烧肉,grandma's pork,4,90,3,五花肉 1 kg;姜 4 片;八角 2 个?
            """;

    @TempDir Path folder;

    @BeforeEach
    void write() throws IOException {
        Files.createDirectories(folder.resolve("flash"));
        Files.writeString(folder.resolve("flash/shops.csv"), SHOPS);
        Files.writeString(
                folder.resolve("flash/items.csv"), ITEMS.replace("EXTRA-1,F04500-no", "E-1,LULU1"));
        Files.writeString(folder.resolve("flash/recipes.csv"), RECIPES);
    }

    private Nearby world() {
        WorldPack pack = WorldPack.in(folder);
        FlashPack own = FlashPack.of(pack, ATLAS, 42);
        pack.verify();
        return new Nearby(new Neighbourhood(42, 1, ATLAS, own));
    }

    private static List<ShopOffer> offers(Nearby world, String text) {
        return world.choosing(text, ATLAS.find("西溪园区").orElseThrow())
                .offers(LocalTime.NOON, DAY, new Shelf(Map.of(), Map.of()), null, null);
    }

    @Test
    void shops_of_a_pack_stand_beside_those_that_are_generated() {
        List<ShopOffer> bread = offers(world(), "walnut bread");
        List<ShopOffer> lattes = offers(world(), "拿铁");

        assertThat(bread).extracting(ShopOffer::shopId).containsExactly("LULU1");
        assertThat(bread.getFirst().items().getFirst().price().amount()).isEqualTo(2_880);
        assertThat(bread.getFirst().rating()).isEqualTo(4.9);
        assertThat(lattes).extracting(ShopOffer::shopId).contains("LULU1").hasSizeGreaterThan(2);
        assertThat(offers(world(), "bakery").stream().map(ShopOffer::shopId)).contains("LULU1");
    }

    @Test
    void stock_is_what_the_pack_says() {
        Neighbourhood world = world().world();
        Shop shop = world.shopOf("LULU1-bread").orElseThrow();

        assertThat(world.stock(shop.item("LULU1-bread").orElseThrow(), DAY)).isEqualTo(7);
    }

    @Test
    void something_more_can_be_sold_by_a_generated_shop() throws IOException {
        Part part = ATLAS.find("西溪园区").orElseThrow();
        String shopId = new Neighbourhood(42, ATLAS).shopsIn(part).getFirst().shopId();
        Files.writeString(folder.resolve("flash/items.csv"), ITEMS.replace("F04500-no", shopId));

        assertThat(offers(world(), "火星石")).extracting(ShopOffer::shopId).containsExactly(shopId);
        assertThat(world().world().shopOf("EXTRA-1")).map(Shop::shopId).contains(shopId);
    }

    @Test
    void a_pack_that_replaces_shops_and_recipes_stands_alone() throws IOException {
        Files.writeString(
                folder.resolve("world.properties"),
                "replace = flash/shops.csv, flash/recipes.csv\n");

        assertThat(offers(world(), "拿铁")).extracting(ShopOffer::shopId).containsExactly("LULU1");
        assertThat(offers(world(), "药店")).isEmpty();
        assertThat(new Recipes(world().world().pack()).all())
                .extracting(Recipe::dish)
                .containsExactly("外婆红烧肉");
    }

    @Test
    void a_pack_that_replaces_items_leaves_generated_shops_what_it_gives_them() throws IOException {
        Files.writeString(folder.resolve("world.properties"), "replace = flash/items.csv\n");

        assertThat(offers(world(), "拿铁")).extracting(ShopOffer::shopId).containsExactly("LULU1");
    }

    @Test
    void recipes_of_a_pack_are_known_by_their_names() {
        Recipes recipes = new Recipes(world().world().pack());

        Recipe recipe = recipes.find("Grandma's pork").orElseThrow();
        assertThat(recipe.dish()).isEqualTo("外婆红烧肉");
        assertThat(recipe.parts())
                .containsExactly(
                        new Recipe.Part("五花肉", 1, "kg", false),
                        new Recipe.Part("姜", 4, "片", false),
                        new Recipe.Part("八角", 2, "个", true));
        assertThat(recipes.all()).hasSizeGreaterThan(300);
    }

    @Test
    void what_does_not_fit_is_said_with_file_line_and_reason() throws IOException {
        Files.writeString(folder.resolve("flash/items.csv"), ITEMS);
        Files.writeString(
                folder.resolve("flash/shops.csv"),
                SHOPS
                        + "MARS1,火星店,火星,,,,-1,,,,\n"
                        + "M-2,又一家,杭州,,,,,,,,\n"
                        + "M3,第三家,火星,,,,,,,,\n");
        Files.writeString(
                folder.resolve("flash/recipes.csv"), RECIPES + "MY-2,汤,,2,,,一点点 盐 巴 和 水\n");
        WorldPack pack = WorldPack.in(folder);
        ServiceLoader.load(PackTables.class).forEach(tables -> tables.check(pack));

        assertThat(pack.faults())
                .extracting(PackFault::toString)
                .containsExactlyInAnyOrder(
                        "flash/shops.csv:3: minimum: '-1' is not an amount in yuan from 0 to 10000000 with at most two decimals.",
                        "flash/shops.csv:4: shop_id: 'M-2' is not letters and digits.",
                        "flash/shops.csv:5: place: '火星' names no city that is known; say it as in 杭州西溪园区.",
                        "flash/items.csv:4: shop_id: There is no shop 'F04500-no' in flash/shops.csv, and none is generated under that id.",
                        "flash/recipes.csv:3: ingredients: '一点点 盐 巴 和 水' is not a name, or name, amount and unit such as 五花肉 500 g.");
        assertThatThrownBy(pack::verify).isInstanceOf(BadWorldPack.class);
    }
}
