package agents.sampleshop.sessions;

import errand.agent.Describe;

/** What to quote. */
public record SessionQuote(
        @Describe("From session.search") String offerId,
        @Describe("How many people take part (人数), at least 1") int people) {}
