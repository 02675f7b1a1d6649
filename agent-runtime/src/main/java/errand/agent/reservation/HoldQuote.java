package errand.agent.reservation;

import errand.agent.Describe;

/** Which quote to hold. */
public record HoldQuote(@Describe("From a quote step") String quoteId) {}
