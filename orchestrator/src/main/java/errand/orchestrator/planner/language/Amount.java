package errand.orchestrator.planner.language;

import errand.agent.Money;

/**
 * Money that somebody named as a bound.
 *
 * @param per for what: all of it, each person, or each night
 */
public record Amount(Money money, Per per) {

    /** For what an amount is. */
    public enum Per {
        TOTAL,
        PERSON,
        NIGHT
    }
}
