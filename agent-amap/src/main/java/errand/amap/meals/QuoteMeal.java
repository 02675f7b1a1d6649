package errand.amap.meals;

import errand.agent.Describe;

/** An offer and for how many. */
public record QuoteMeal(
        @Describe("From meal.search") String offerId,
        @Describe("How many people eat") int people) {}
