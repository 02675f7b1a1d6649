package errand.taobao.market;

import errand.agent.Describe;
import errand.agent.Money;

/** A price by quantity (阶梯价). */
public record PriceTier(
        @Describe("From this many pieces on") int from,
        @Describe("Price of one piece") Money unit) {}
