package errand.flash.delivery;

import errand.agent.Describe;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is to be cooked, for how many, with what at home. */
public record RecipeWish(
        @Describe("Dish, Chinese or English: 鱼香肉丝, yuxiang pork, tomato and egg") String dish,
        @Describe("How many people eat (几个人), 1 to 50") int people,
        @Describe("What is at home already (家里有): 米, 酱油, eggs; nothing when not said")
                @Nullable List<String> pantry,
        @Describe("When cooking begins, RFC 3339; all of it must be there by then")
                @Nullable OffsetDateTime cookAt) {}
