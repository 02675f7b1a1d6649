package errand.flash.sandbox;

import errand.agent.Outcome;
import errand.agent.Task;
import errand.flash.delivery.Cookbook;
import errand.flash.delivery.RecipePlan;
import errand.flash.delivery.RecipePlan.Shopping;
import errand.flash.delivery.RecipeWish;
import errand.flash.delivery.UnknownDish;
import errand.flash.sandbox.Ingredients.Ingredient;
import errand.runtime.sandbox.Refusals;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Recipes of the sandbox. */
final class SandboxCookbook implements Cookbook {

    private static final int MOST_PEOPLE = 50;
    private static final int OFFERED = 5;

    private final Recipes recipes;
    private final Ingredients ingredients;

    SandboxCookbook(Recipes recipes, Ingredients ingredients) {
        this.recipes = recipes;
        this.ingredients = ingredients;
    }

    @Override
    public Outcome<RecipePlan> plan(RecipeWish wish, Task task) {
        if (wish.people() < 1 || wish.people() > MOST_PEOPLE) {
            return Refusals.badQuantity(task, wish.people(), MOST_PEOPLE);
        }
        return recipes.find(wish.dish())
                .map(recipe -> Outcome.done(plan(recipe, wish, task)))
                .orElseGet(() -> unknown(wish.dish(), task));
    }

    private RecipePlan plan(Recipe recipe, RecipeWish wish, Task task) {
        List<String> pantry = each(wish.pantry() == null ? List.of() : wish.pantry());
        List<Shopping> shopping = new ArrayList<>();
        List<String> atHome = new ArrayList<>();
        for (Recipe.Part part : recipe.parts()) {
            if (isAtHome(part, pantry)) {
                atHome.add(part.name());
            } else {
                shopping.add(shopping(part, recipe, wish.people()));
            }
        }
        OffsetDateTime cookAt = wish.cookAt();
        return new RecipePlan(
                recipe.recipeId(),
                recipe.dish(),
                recipe.english().orElse(null),
                wish.people(),
                unlessUnknown(recipe.minutes()),
                unlessUnknown(recipe.difficulty()),
                shopping,
                atHome,
                cookAt,
                cookAt == null || recipe.minutes() == 0
                        ? null
                        : cookAt.plusMinutes(recipe.minutes()),
                note(recipe, wish.people(), task),
                recipe.source());
    }

    /** 米和酱油 are two things. */
    private static List<String> each(List<String> pantry) {
        return pantry.stream()
                .flatMap(said -> Arrays.stream(said.split("[、，,;；和与]|\\band\\b")))
                .map(String::strip)
                .filter(one -> !one.isEmpty())
                .toList();
    }

    private static @Nullable Integer unlessUnknown(int number) {
        return number == 0 ? null : number;
    }

    /** 酱油 at home is 生抽 in the pan: what counts is the ingredient, not the word. */
    private boolean isAtHome(Recipe.Part part, List<String> pantry) {
        Optional<Ingredient> needed = ingredients.find(part.name());
        return pantry.stream()
                .anyMatch(
                        one ->
                                one.strip().equals(part.name())
                                        || (needed.isPresent()
                                                && ingredients.find(one).equals(needed)));
    }

    private Shopping shopping(Recipe.Part part, Recipe recipe, int people) {
        Ingredient known = ingredients.find(part.name()).orElse(null);
        Double amount = part.amount() == 0 ? null : scaled(part, recipe, people);
        return new Shopping(
                known == null ? part.name() : known.sold(),
                known == null ? null : known.english().stream().findFirst().orElse(null),
                amount,
                amount == null ? null : part.unit(),
                part.optional(),
                known != null && known.staple(),
                known == null ? List.of() : known.instead());
    }

    /** Grams and millilitres to the next whole one, pieces to the next half. */
    private static double scaled(Recipe.Part part, Recipe recipe, int people) {
        double exact = part.amount() * people / recipe.servings();
        boolean measured = part.unit().equals("g") || part.unit().equals("ml");
        double step = measured ? 1 : 0.5;
        return Math.ceil(exact / step - 1e-9) * step;
    }

    private static String note(Recipe recipe, int people, Task task) {
        return Refusals.in(
                task,
                "菜谱按%d人份，已换算成%d人份；用量和时间是估计。".formatted(recipe.servings(), people),
                "The recipe is for %d, worked out for %d; amounts and times are estimates."
                        .formatted(recipe.servings(), people));
    }

    private Outcome<RecipePlan> unknown(String dish, Task task) {
        List<String> nearest = recipes.nearest(dish, OFFERED);
        List<String> examples = recipes.examples(OFFERED);
        int known = recipes.all().size();
        String offered =
                String.join(Refusals.in(task, "、", ", "), nearest.isEmpty() ? examples : nearest);
        return Refusals.refused(
                task,
                "UNKNOWN_DISH",
                "没有“%s”的菜谱。知道%d道菜，%s：%s。"
                        .formatted(dish, known, nearest.isEmpty() ? "例如" : "名字相近的有", offered),
                "There is no recipe for '%s'. %d dishes are known; %s: %s."
                        .formatted(
                                dish,
                                known,
                                nearest.isEmpty() ? "such as" : "nearest are",
                                offered),
                new UnknownDish(nearest, known, examples));
    }
}
