package errand.flash.delivery;

import errand.agent.Describe;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Several things that are wanted together. */
public record BundleWish(
        @Describe("Where they are to be delivered, as for shop.search") String place,
        @Describe("What is wanted, 1 to 30 things") List<Wanted> items,
        @Describe("When shops must be open, RFC 3339; now when not said")
                @Nullable OffsetDateTime at) {

    /** One of them; its shopping of recipe.plan fits as it is. */
    public record Wanted(
            @Describe("Item in words: 里脊肉, soy sauce, 拿铁") String item,
            @Describe("How many pieces or packs; worked out from amount when not said")
                    @Nullable Integer quantity,
            @Describe("How much of it in all, in unit; packs that are enough are taken")
                    @Nullable Double amount,
            @Describe("g, ml, or pieces (个, 根, 片 …)") @Nullable String unit) {}
}
