package errand.bench.recovery;

/**
 * What a kill cost, in seconds from the kill on.
 *
 * @param next until the next plan was finished, once none was any more
 * @param fresh until the first plan was finished that had been asked for after the death
 * @param caughtUp until all plans were finished that had been asked for by then
 * @param ready until the service said that it was ready again
 */
public record Killed(String service, double next, double fresh, double caughtUp, double ready) {}
