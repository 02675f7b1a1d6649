package errand.alipay.wallet;

import errand.agent.Describe;
import errand.agent.Money;
import java.time.OffsetDateTime;
import java.util.List;

/** Money that was paid. */
public record Captured(
        @Describe("What refund takes") String captureId,
        @Describe("What it was reserved under") String authorisationId,
        @Describe("How much was paid in all") Money paid,
        @Describe("How much was given back") Money released,
        @Describe("Who got how much") List<PaymentLine> lines,
        @Describe("When") OffsetDateTime capturedAt,
        @Describe("One line for a card") String title,
        @Describe("How it was paid") Method method,
        @Describe("What the person was charged: paid less the red packet's share") Money charged) {

    public Captured {
        lines = List.copyOf(lines);
    }
}
