package errand.flash;

import errand.agent.Describe;
import errand.agent.Money;

/** One thing a shop sells. */
record MenuItem(
        @Describe("Its id") String itemId,
        @Describe("What it is") String title,
        @Describe("For one") Money price) {}
