package errand.agent.reservation;

import errand.agent.Quote;

/** A binding price. */
public record Quoted(Quote quote) {}
