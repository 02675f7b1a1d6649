package errand.flash.delivery;

import errand.agent.Describe;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a dish needs for so many people, and what of it must be bought. */
public record RecipePlan(
        @Describe("The recipe") String recipeId,
        @Describe("The dish, as the recipe calls it") String dish,
        @Describe("Its English name, where there is one") @Nullable String english,
        @Describe("For so many") int people,
        @Describe("Minutes it takes, estimated; missing when the recipe tells nothing")
                @Nullable Integer minutes,
        @Describe("1 (easy) to 5; missing when not known") @Nullable Integer difficulty,
        @Describe("What must be bought: each fits bundle.propose and shop.search as it is")
                List<Shopping> shopping,
        @Describe("Ingredients that are at home already") List<String> atHome,
        @Describe("By when all of it must be there; missing when no time was said")
                @Nullable OffsetDateTime deliverBy,
        @Describe("When it would be on the table; missing when no time was said")
                @Nullable OffsetDateTime servedAt,
        @Describe("How amounts were worked out, in the person's language") String note,
        @Describe("Where the recipe is from") String source) {

    /** One thing to buy. */
    public record Shopping(
            @Describe("What to search for") String item,
            @Describe("Its English name, where there is one") @Nullable String english,
            @Describe("How much, in unit; missing where the recipe does not say")
                    @Nullable Double amount,
            @Describe("g, ml, or pieces (个, 根, 片 …); missing with amount") @Nullable String unit,
            @Describe("True: the dish can do without") boolean optional,
            @Describe("True: most kitchens have it (盐, 油); worth asking before it is bought")
                    boolean staple,
            @Describe("What could stand in for it") List<String> instead) {}
}
