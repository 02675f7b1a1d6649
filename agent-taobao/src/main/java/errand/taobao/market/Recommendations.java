package errand.taobao.market;

import errand.agent.Describe;
import java.util.List;

/** Things one may like. */
public record Recommendations(
        @Describe("Best first, 10 at most") List<Recommended> offers,
        @Describe("On which ground: the person's own orders, or what sells well") String basis,
        @Describe("Whether the person's own orders were looked at") boolean fromHistory) {

    public Recommendations {
        offers = List.copyOf(offers);
    }

    /** One of them. */
    public record Recommended(
            @Describe("What to buy") GoodsOffer offer,
            @Describe("Why it is recommended") String why) {}
}
