package errand.flash.delivery;

import errand.agent.Describe;
import errand.agent.Money;

/** One thing a shop sells. */
public record MenuItem(
        @Describe("What order.quote takes") String itemId,
        @Describe("What it is") String title,
        @Describe("For one") Money price) {}
