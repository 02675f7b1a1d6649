package errand.agent.reservation;

import errand.agent.Describe;

/** What to book: the quote that was agreed to and the hold that keeps it. */
public record BookHold(
        @Describe("The quote agreed to") String quoteId,
        @Describe("The hold of that quote") String holdId) {}
