package errand.flash.delivery;

import errand.agent.Describe;

/** How many of which. */
public record OrderLine(
        @Describe("From shop.search") String itemId, @Describe("1 to 99") int quantity) {}
