package errand.flash.delivery;

import errand.agent.Describe;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** Which menu, and which part of it. */
public record MenuWish(
        @Describe("From shop.search") String shopId,
        @Describe("Only this section, as the menu names it; all of it when not said")
                @Nullable String section,
        @Describe("Page, from 1; the first when not said") @Nullable Integer page,
        @Describe("Day and time it is wanted for, RFC 3339; now when not said")
                @Nullable OffsetDateTime at) {}
