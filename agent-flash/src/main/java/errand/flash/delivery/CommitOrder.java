package errand.flash.delivery;

import errand.agent.Describe;

/** What to order: the quote that was agreed to and the hold that keeps it. */
public record CommitOrder(
        @Describe("The quote agreed to") String quoteId,
        @Describe("The hold of that quote, from order.reserve") String holdId) {}
