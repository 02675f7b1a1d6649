package errand.alipay.wallet;

import errand.agent.Describe;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What to reserve money for, and how it is to be paid. */
public record Authorise(
        @Describe("The lines of a granted consent") List<PaymentLine> lines,
        @Describe("How to pay; the person's default method when not said") @Nullable Method method,
        @Describe("Red packet to use; none when not said") @Nullable String redPacketId,
        @Describe("From payment.quote: pay exactly so; method and redPacketId are then not needed")
                @Nullable String paymentQuoteId) {

    public Authorise {
        lines = List.copyOf(lines);
    }

    /** With the person's default method. */
    public Authorise(List<PaymentLine> lines) {
        this(lines, null, null, null);
    }
}
