package errand.flash.delivery;

import errand.agent.Describe;
import errand.agent.Money;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What could stand in for an item: of the same shop first, then of others nearby. */
public record Substitutes(
        @Describe("The item asked about") String itemId,
        @Describe("What it is") String title,
        @Describe("What one costs") Money price,
        @Describe("How many of it are left; enough of it needs no substitute") int left,
        @Describe("Best first; 8 at most") List<Substitute> substitutes,
        @Describe("Why there is none, for the person; missing when there is one")
                @Nullable String note) {

    /** One of them. */
    public record Substitute(
            @Describe("What order.quote takes") String itemId,
            @Describe("What it is") String title,
            @Describe("Its shop") String shopId,
            @Describe("Name of its shop") String shop,
            @Describe("Whether it is the shop of the item asked about") boolean sameShop,
            @Describe("What one costs") Money price,
            @Describe("Price of so many less that of what was wanted; negative: cheaper")
                    Money difference,
            @Describe("How many are left") int left,
            @Describe("Estimated minutes to the door") int etaMinutes,
            @Describe("Why it fits, in the person's language") String why) {}
}
