package errand.flash.delivery;

import errand.agent.Describe;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Shops that fit. */
public record ShopOffers(
        @Describe("Best fit first, then the soonest; 10 at most") List<ShopOffer> shops,
        @Describe("Why there is none, for the person; missing when there is one")
                @Nullable String note,
        @Describe(
                        "When there is none: what is nearest to the words and sold there now, to be proposed, never ordered unasked")
                @Nullable List<MenuItem> similar) {}
