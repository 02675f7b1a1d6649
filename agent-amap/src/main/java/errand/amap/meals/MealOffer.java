package errand.amap.meals;

import errand.agent.Describe;
import errand.agent.Money;
import java.time.OffsetDateTime;

/** The set meal of one restaurant on a day. */
public record MealOffer(
        @Describe("What meal.quote takes") String offerId,
        @Describe("Restaurant, with its branch") String title,
        @Describe("Street address") String address,
        @Describe("For one person (人均)") Money perPerson,
        @Describe("For all people") Money price,
        @Describe("Cuisine 菜系") String cuisine,
        @Describe("1 to 5") double rating,
        @Describe("Tables of twelve that can still be held") int tablesLeft,
        @Describe("The restaurant, as place.detail takes it") String placeId,
        @Describe("When one sits down") OffsetDateTime at,
        @Describe("Picture, relative to the agent's own address") String image) {}
