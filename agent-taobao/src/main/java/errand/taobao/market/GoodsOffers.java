package errand.taobao.market;

import errand.agent.Describe;
import java.util.List;

/** Things that fit. */
public record GoodsOffers(
        @Describe("Cheapest first by payable; 20 at most; empty when nothing fits")
                List<GoodsOffer> offers) {}
