package errand.flash.delivery;

import errand.agent.Describe;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** What cannot be had and needs another. */
public record SubstituteWish(
        @Describe("The item, from shop.search or a menu") String itemId,
        @Describe("How many; 1 when not said") @Nullable Integer quantity,
        @Describe("When it is wanted, RFC 3339; now when not said") @Nullable OffsetDateTime at) {}
