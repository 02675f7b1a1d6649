package errand.fliggy.travel;

import errand.agent.Quote;

/** A binding price. */
public record Quoted(Quote quote) {}
