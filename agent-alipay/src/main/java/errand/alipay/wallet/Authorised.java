package errand.alipay.wallet;

import errand.agent.Describe;
import errand.agent.Money;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Money that is reserved. */
public record Authorised(
        @Describe("What capture and void take") String authorisationId,
        @Describe("How much is reserved") Money total,
        @Describe("For what") List<PaymentLine> lines,
        @Describe("One line for a card") String title,
        @Describe("How it is paid") Method method,
        @Describe("What the person is charged: total less red packet") Money charged,
        @Describe("How much a red packet (红包) takes off; 0 without one") Money discount,
        @Describe("The red packet used; absent when none is") @Nullable String redPacketId,
        @Describe("When") OffsetDateTime authorisedAt) {

    public Authorised {
        lines = List.copyOf(lines);
    }
}
