package errand.alipay.wallet;

import errand.agent.Describe;
import java.time.OffsetDateTime;

/** A payment that cannot be made any more. */
public record PaymentClosed(
        @Describe("The payment") String captureId,
        @Describe("One line for a card") String title,
        @Describe("When this was so") OffsetDateTime asOf) {}
