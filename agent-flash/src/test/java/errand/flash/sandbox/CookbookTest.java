package errand.flash.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import errand.agent.Outcome;
import errand.agent.Task;
import errand.flash.delivery.RecipePlan;
import errand.flash.delivery.RecipePlan.Shopping;
import errand.flash.delivery.RecipeWish;
import errand.flash.delivery.UnknownDish;
import errand.testkit.SettableClock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CookbookTest {

    private static final Recipes RECIPES = new Recipes(FlashPack.none());
    private static final Ingredients INGREDIENTS = new Ingredients();
    private static final SandboxCookbook COOKBOOK = new SandboxCookbook(RECIPES, INGREDIENTS);
    private static final Assortment SOLD = new Assortment(new Neighbourhood(42, new Atlas()));

    @Test
    void yuxiang_pork_for_three_with_soy_sauce_at_home() {
        OffsetDateTime seven = OffsetDateTime.parse("2026-11-23T19:00:00+08:00");
        RecipePlan plan = plan(new RecipeWish("鱼香肉丝", 3, List.of("米", "酱油"), seven), "zh");

        assertThat(plan.english()).isEqualTo("yuxiang pork");
        assertThat(plan.atHome()).containsExactly("酱油");
        assertThat(plan.shopping())
                .extracting(Shopping::item)
                .contains("里脊肉", "木耳", "豆瓣酱", "葱")
                .doesNotContain("酱油");
        Shopping pork = plan.shopping().getFirst();
        assertThat(pork.item()).isEqualTo("里脊肉");
        assertThat(pork.amount()).as("200 g for two").isEqualTo(300);
        assertThat(pork.unit()).isEqualTo("g");
        assertThat(pork.instead()).isNotEmpty();
        assertThat(plan.deliverBy()).isEqualTo(seven);
        assertThat(plan.servedAt()).isEqualTo(seven.plusMinutes(60));
    }

    @ParameterizedTest
    @CsvSource({
        "yuxiang pork, 鱼香肉丝",
        "Yuxiang Pork, 鱼香肉丝",
        "fish-fragrant pork, 鱼香肉丝",
        "做鱼香肉丝, 鱼香肉丝",
        "鱼香肉丝的做法, 鱼香肉丝",
        "cook some mapo tofu tonight, 麻婆豆腐",
        "tomato and egg, 西红柿炒鸡蛋",
        "番茄炒蛋, 西红柿炒鸡蛋",
        "今晚想做鱼香肉丝给孩子, 鱼香肉丝",
        "I'd like to have yuxiang pork with my family, 鱼香肉丝",
        "红烧肉, 简易红烧肉",
        "kung pao chicken, 宫保鸡丁",
        "dumplings, 手工水饺"
    })
    void dishes_are_known_by_both_names(String said, String dish) {
        assertThat(plan(new RecipeWish(said, 2, null, null), "en").dish()).isEqualTo(dish);
    }

    @Test
    void what_is_at_home_is_known_by_any_of_its_names() {
        RecipePlan plan = plan(new RecipeWish("西红柿炒鸡蛋", 2, List.of("eggs", "番茄和盐"), null), "en");

        assertThat(plan.atHome()).contains("鸡蛋", "西红柿", "盐");
        assertThat(plan.shopping()).extracting(Shopping::item).doesNotContain("鸡蛋", "西红柿", "盐");
    }

    @Test
    void amounts_follow_the_people_and_staples_are_marked() {
        RecipePlan two = plan(new RecipeWish("西红柿炒鸡蛋", 2, null, null), "zh");
        RecipePlan four = plan(new RecipeWish("西红柿炒鸡蛋", 4, null, null), "zh");

        assertThat(amount(two, "鸡蛋")).isEqualTo(3);
        assertThat(amount(four, "鸡蛋")).isEqualTo(6);
        assertThat(two.shopping().stream().filter(Shopping::staple))
                .extracting(Shopping::item)
                .contains("盐", "食用油");
    }

    @Test
    void an_unknown_dish_is_refused_with_the_nearest_ones() {
        Outcome.Refused<RecipePlan> zh = refused("鱼香牛肉", "zh");
        Outcome.Refused<RecipePlan> en = refused("dragon stew", "en");

        assertThat(zh.code()).isEqualTo("UNKNOWN_DISH");
        assertThat(zh.message()).startsWith("没有“鱼香牛肉”的菜谱。").contains("鱼香肉丝");
        assertThat(((UnknownDish) java.util.Objects.requireNonNull(zh.details())).nearest())
                .anyMatch(name -> name.startsWith("鱼香"));
        assertThat(en.message())
                .startsWith("There is no recipe for 'dragon stew'.")
                .contains("dishes are known");
    }

    @Test
    void nobody_cooks_for_nobody() {
        Outcome<RecipePlan> none = COOKBOOK.plan(new RecipeWish("鱼香肉丝", 0, null, null), task("zh"));

        assertThat(none)
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        no -> assertThat(no.code()).isEqualTo("BAD_QUANTITY"));
    }

    @Test
    void knows_hundreds_of_dishes_and_more_than_forty_in_english() {
        assertThat(RECIPES.all()).hasSizeGreaterThan(300);
        assertThat(RECIPES.all().stream().filter(recipe -> recipe.english().isPresent()))
                .hasSizeGreaterThan(40);
        assertThat(RECIPES.all())
                .allSatisfy(
                        recipe -> {
                            assertThat(recipe.parts()).isNotEmpty();
                            assertThat(recipe.servings()).isBetween(1, 8);
                        });
    }

    @Test
    void whatever_the_table_of_ingredients_names_is_sold_somewhere_as_itself() {
        for (Ingredients.Ingredient one : INGREDIENTS.all()) {
            assertThat(SOLD.named(one.sold()).values())
                    .as(one.sold())
                    .anyMatch(score -> score >= Assortment.NAMED);
            assertThat(INGREDIENTS.find(one.name())).contains(one);
            assertThat(one.instead())
                    .allSatisfy(name -> assertThat(INGREDIENTS.find(name)).as(name).isPresent());
        }
    }

    @Test
    void nine_of_ten_ingredients_of_the_recipes_can_be_bought() {
        long all = RECIPES.all().stream().mapToLong(recipe -> recipe.parts().size()).sum();
        long sold =
                RECIPES.all().stream()
                        .flatMap(recipe -> recipe.parts().stream())
                        .filter(part -> INGREDIENTS.find(part.name()).isPresent())
                        .count();

        assertThat(sold * 100 / all).isGreaterThanOrEqualTo(90);
    }

    private static double amount(RecipePlan plan, String item) {
        return plan.shopping().stream()
                .filter(one -> one.item().equals(item))
                .map(Shopping::amount)
                .findFirst()
                .orElseThrow();
    }

    private static RecipePlan plan(RecipeWish wish, String lang) {
        if (COOKBOOK.plan(wish, task(lang)) instanceof Outcome.Done<RecipePlan>(RecipePlan plan)) {
            return plan;
        }
        throw new AssertionError("refused: " + COOKBOOK.plan(wish, task(lang)));
    }

    private static Outcome.Refused<RecipePlan> refused(String dish, String lang) {
        if (COOKBOOK.plan(new RecipeWish(dish, 2, null, null), task(lang))
                instanceof Outcome.Refused<RecipePlan> no) {
            return no;
        }
        throw new AssertionError("not refused: " + dish);
    }

    private static Task task(String lang) {
        return new Task(
                "p/s/do/1",
                "p",
                "demo",
                lang,
                SettableClock.MONDAY_MORNING,
                SettableClock.MONDAY_MORNING.plus(Duration.ofMinutes(1)),
                1,
                null);
    }
}
