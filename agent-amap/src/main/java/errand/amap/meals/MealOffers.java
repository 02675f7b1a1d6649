package errand.amap.meals;

import errand.agent.Describe;
import java.util.List;

/** Meals that fit. */
public record MealOffers(
        @Describe("Cheapest first; only with tables for all") List<MealOffer> offers) {}
