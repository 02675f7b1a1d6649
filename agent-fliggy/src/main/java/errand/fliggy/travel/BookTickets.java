package errand.fliggy.travel;

import errand.agent.Describe;

/** Which tickets to book. */
public record BookTickets(@Describe("The quote agreed to, from attraction.quote") String quoteId) {}
