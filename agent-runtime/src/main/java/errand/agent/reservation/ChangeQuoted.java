package errand.agent.reservation;

import errand.agent.Describe;
import errand.agent.Money;
import errand.agent.Quote;

/**
 * A binding price for a change. The quote's total is what is still to pay and may be nothing; what
 * is given back instead stands in {@code refund}. At most one of the two is more than nothing.
 */
public record ChangeQuoted(
        @Describe("To agree to; its total is what is still to pay (补差价), perhaps 0") Quote quote,
        @Describe("The booking that would be changed") String bookingId,
        @Describe("What is given back (退差价), perhaps 0") Money refund,
        @Describe("Change fee (改签费) contained in both") Money fee,
        @Describe("The rule the fee follows, in words") String rule) {}
