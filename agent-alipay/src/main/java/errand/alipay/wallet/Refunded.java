package errand.alipay.wallet;

import errand.agent.Describe;
import errand.agent.Money;
import java.time.OffsetDateTime;

/** A capture that was given back. */
public record Refunded(
        @Describe("The capture") String captureId,
        @Describe("How much was given back") Money refunded,
        @Describe("When") OffsetDateTime refundedAt) {}
