package errand.fliggy.travel;

import errand.agent.Describe;

/** Where the person books himself. */
public record BookingLink(
        @Describe("The offer") String offerId,
        @Describe("What it leads to, in one line") String title,
        @Describe("The seller's page, as the seller gave it") String url,
        @Describe("Says that nothing is booked yet, in the language of the task") String message) {}
