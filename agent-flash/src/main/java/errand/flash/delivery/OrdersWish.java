package errand.flash.delivery;

import errand.agent.Describe;
import org.jspecify.annotations.Nullable;

/** Which of the person's orders. */
public record OrdersWish(
        @Describe("PLACED, ACCEPTED, PREPARING, RIDER, DELIVERED or CANCELLED; all when not said")
                @Nullable OrderState state,
        @Describe("From 1 to 50; 10 when not said") @Nullable Integer limit,
        @Describe("next of the page before; the last orders when not said")
                @Nullable String cursor) {}
