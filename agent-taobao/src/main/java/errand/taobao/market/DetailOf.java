package errand.taobao.market;

import errand.agent.Describe;

/** Which good to look at closely. */
public record DetailOf(@Describe("From goods.search or orders.list") String skuId) {}
