package errand.taobao.market;

import errand.agent.Describe;

/** Which quote to order. */
public record OrderGoods(
        @Describe("The quote agreed to, from goods.quote, cart.quote or wholesale.quote")
                String quoteId) {}
