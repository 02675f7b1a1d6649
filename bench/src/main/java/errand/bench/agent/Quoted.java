package errand.bench.agent;

import errand.agent.Quote;

/** Nothing, at a price. */
record Quoted(Quote quote) {}
