package errand.taobao.market;

import errand.agent.Describe;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Things that fit. */
public record GoodsOffers(
        @Describe(
                        "Cheapest first by payable unless sorted otherwise; 20 at most; empty when nothing fits")
                List<GoodsOffer> offers,
        @Describe("How many fit in all, of which offers are one page") int found,
        @Describe("What was looked for in the end") Understood understood,
        @Describe("How all that was found divides, for narrowing down") List<Facet> facets,
        @Describe("Page to ask for next; absent on the last one") @Nullable Integer nextPage) {

    public GoodsOffers {
        offers = List.copyOf(offers);
        facets = List.copyOf(facets);
    }
}
