package errand.flash.delivery;

import errand.agent.Describe;
import errand.agent.Money;
import java.time.OffsetDateTime;

/** A claim that was granted and what it gives back. */
public record ClaimGranted(
        @Describe("The claim") String claimId,
        @Describe("The order") String orderId,
        @Describe("What it is about") ClaimWish.Reason reason,
        @Describe("Minutes after the promise; 0 when that is not what it is about") int lateMinutes,
        @Describe("What this claim gives back (退款)") Money refund,
        @Describe("What all claims of the order give back together") Money refundedInAll,
        @Describe("What was paid; all claims together never give back more") Money paid,
        @Describe("When") OffsetDateTime claimedAt,
        @Describe("How it was worked out, in the person's language") String terms) {}
