package errand.taobao.market;

import errand.agent.Describe;

/** How many of which. */
public record GoodsLine(
        @Describe("From goods.search") String skuId, @Describe("Pieces, 1 to 999") int quantity) {}
