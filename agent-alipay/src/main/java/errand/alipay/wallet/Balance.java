package errand.alipay.wallet;

import errand.agent.Describe;
import errand.agent.Money;
import java.time.OffsetDateTime;

/** What a wallet holds. */
public record Balance(
        @Describe("Free to spend") Money balance,
        @Describe("Reserved by authorisations that are open") Money reserved,
        @Describe("One line for a card") String title,
        @Describe("When it was read") OffsetDateTime asOf) {}
