package errand.amap.dining;

import errand.agent.Describe;
import errand.agent.Money;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** A table at a time. */
public record DiningOffer(
        @Describe("What dining.quote takes") String offerId,
        @Describe("The restaurant, as place.detail takes it") String placeId,
        @Describe("Restaurant, with its branch") String title,
        @Describe("Street address") String address,
        @Describe("Cuisine 菜系") String cuisine,
        @Describe("1 to 5") double rating,
        @Describe("What one person usually pays there (人均), not part of the deposit")
                Money perPerson,
        @Describe("When one sits down; the nearest to the wished time that has a table")
                OffsetDateTime at,
        @Describe("Seats at the table") int seats,
        @Describe("Such tables that can still be had") int tablesLeft,
        @Describe("Deposit for all people (订金), taken off the bill there; 0 when there is none")
                Money deposit,
        @Describe("Kilometres from near, as the crow flies; only when near was said")
                @Nullable Double km,
        @Describe("Picture, relative to the agent's own address") String image) {}
