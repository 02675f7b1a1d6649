package errand.flash.delivery;

import errand.agent.Describe;
import errand.agent.Money;

/** What comes with the refusal of a claim for more than is left to claim. */
public record ClaimLeft(
        @Describe("The line; empty when it is about the whole order") String itemId,
        @Describe("How many of it can still be claimed") int quantity,
        @Describe("What all claims together can still give back") Money refundable) {}
