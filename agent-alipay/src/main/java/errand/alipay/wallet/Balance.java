package errand.alipay.wallet;

import errand.agent.Describe;
import errand.agent.Money;

/** What a wallet holds. */
public record Balance(
        @Describe("Free to spend") Money balance,
        @Describe("Reserved by authorisations that are open") Money reserved) {}
