package errand.flash.delivery;

import errand.agent.Outcome;
import errand.agent.Task;

/** Recipes, and what must be bought to cook them. Knows no shop. */
public interface Cookbook {

    /**
     * A dish for so many people, less what is at home. Refused: {@code UNKNOWN_DISH} with {@link
     * UnknownDish}, {@code BAD_QUANTITY}.
     */
    Outcome<RecipePlan> plan(RecipeWish wish, Task task);
}
