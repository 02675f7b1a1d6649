package errand.flash.delivery;

import errand.agent.Describe;
import errand.agent.Money;
import java.util.List;

/** What comes with the refusal of too small an order; nothing is ever added silently. */
public record BelowMinimum(
        @Describe("What is missing") Money belowMinimumBy,
        @Describe("Order goods for at least this") Money minimumOrder,
        @Describe("One of these would be enough, or the nearest to it") List<MenuItem> couldAdd) {}
