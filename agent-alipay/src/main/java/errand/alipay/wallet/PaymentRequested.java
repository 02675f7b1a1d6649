package errand.alipay.wallet;

import errand.agent.Describe;
import errand.agent.Money;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A payment the person still has to make. */
public record PaymentRequested(
        @Describe("What payment.query, payment.refund and payment.close take (商户订单号)")
                String captureId,
        @Describe("One line for a card") String title,
        @Describe("How much the person is asked for") Money total,
        @Describe("Who gets how much") List<PaymentLine> lines,
        @Describe("Alipay's page for this payment: give it to the person as it is")
                @Nullable String payUrl,
        @Describe("Text of a QR code (二维码): show it as a QR code") @Nullable String qrCode,
        @Describe("WAITING: nothing is paid before the person pays there") PaymentState.State state,
        @Describe("What to tell the person") String say,
        @Describe("Until when it can be paid") OffsetDateTime payBy) {

    public PaymentRequested {
        lines = List.copyOf(lines);
    }
}
