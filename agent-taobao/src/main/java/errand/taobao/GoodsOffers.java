package errand.taobao;

import errand.agent.Describe;
import java.util.List;

/** Things that fit. */
record GoodsOffers(
        @Describe("Best fit first, then cheapest; 20 at most") List<GoodsOffer> offers) {}
