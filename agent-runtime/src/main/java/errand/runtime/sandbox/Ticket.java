package errand.runtime.sandbox;

import errand.agent.Money;
import errand.agent.Quote;

/**
 * What somebody holds for good.
 *
 * @param quote the price it was bought at, or changed into
 * @param worth what its cancellation gives back before fees
 * @param changes how often it has been changed before
 */
public record Ticket(Ware ware, Quote quote, int quantity, Money worth, int changes) {}
