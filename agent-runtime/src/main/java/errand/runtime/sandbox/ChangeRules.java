package errand.runtime.sandbox;

import errand.agent.Money;
import errand.agent.Outcome;
import errand.agent.Task;
import java.util.Map;

/** What a business asks for changing one ticket into another. Knows no database. */
@FunctionalInterface
public interface ChangeRules {

    /**
     * What the change costs by rule, beside the difference in price.
     *
     * @param wanted another offer of the same kind, on sale
     * @param price of the wanted one for all of the ticket's quantity
     * @return refused {@code NOT_CHANGEABLE} or {@code DEPARTED} when the rules forbid it
     */
    Outcome<Terms> terms(Ticket held, Ware wanted, Money price, Task task);

    /**
     * @param fee for all of the ticket's quantity; not negative
     * @param rule in words, for people
     * @param details what later cancellations must know, put into the details of the new quote
     */
    record Terms(Money fee, String rule, Map<String, Object> details) {

        public Terms {
            details = Map.copyOf(details);
        }
    }
}
