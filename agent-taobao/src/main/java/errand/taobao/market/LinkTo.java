package errand.taobao.market;

import errand.agent.Describe;

/** What the person wants to buy by themselves. */
public record LinkTo(@Describe("From goods.search") String skuId) {}
