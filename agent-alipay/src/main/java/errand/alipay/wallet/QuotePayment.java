package errand.alipay.wallet;

import errand.agent.Describe;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What would be paid, and how. */
public record QuotePayment(
        @Describe("Quotes to be paid together, as the sellers (or transfer.quote) gave them")
                List<PaymentLine> lines,
        @Describe("How to pay; the person's default method when not said") @Nullable Method method,
        @Describe("Red packet to use; the best one that fits when not said")
                @Nullable String redPacketId,
        @Describe("false: use no red packet") @Nullable Boolean useRedPacket) {

    public QuotePayment {
        lines = List.copyOf(lines);
    }
}
