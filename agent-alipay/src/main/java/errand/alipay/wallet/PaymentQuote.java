package errand.alipay.wallet;

import errand.agent.Describe;
import errand.agent.Money;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How some quotes would be paid; binding until it ends. */
public record PaymentQuote(
        @Describe("Id that payment.authorise takes; it binds method, red packet and charge")
                String paymentQuoteId,
        @Describe("One line for a card") String title,
        @Describe("What is paid to whom; sellers always get the full amount")
                List<PaymentLine> lines,
        @Describe("The sum of the lines") Money total,
        @Describe("The red packet applied (红包抵扣); absent when none is")
                @Nullable RedPacket redPacket,
        @Describe("How much the red packet takes off; 0 without one") Money discount,
        @Describe("What the person is charged: total less discount") Money charged,
        @Describe("What it is charged to") Method method,
        @Describe("Its name as people say it") String methodTitle,
        @Describe("Other methods that could pay this now") List<MethodState> otherMethods,
        @Describe("Until when it holds") OffsetDateTime validUntil) {

    public PaymentQuote {
        lines = List.copyOf(lines);
        otherMethods = List.copyOf(otherMethods);
    }
}
