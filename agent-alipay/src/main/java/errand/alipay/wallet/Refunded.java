package errand.alipay.wallet;

import errand.agent.Describe;
import errand.agent.Money;
import java.time.OffsetDateTime;

/** Money that was given back. */
public record Refunded(
        @Describe("The payment") String captureId,
        @Describe("How much this refund took back from the sellers") Money refunded,
        @Describe("When") OffsetDateTime refundedAt,
        @Describe("Id of this refund, to cite") String refundId,
        @Describe("One line for a card") String title,
        @Describe("What the person got back, to the method it was paid with") Money returned,
        @Describe("How much of the payment can still be given back") Money left) {}
