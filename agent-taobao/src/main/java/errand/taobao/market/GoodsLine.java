package errand.taobao.market;

import errand.agent.Describe;

/** How many of which. */
public record GoodsLine(
        @Describe("From goods.search, goods.detail, orders.list or wholesale.search") String skuId,
        @Describe("Pieces, 1 to 999; wholesale 1 to 99999") int quantity) {}
