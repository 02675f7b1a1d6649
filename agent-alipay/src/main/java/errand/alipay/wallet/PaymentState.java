package errand.alipay.wallet;

import errand.agent.Describe;
import errand.agent.Money;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** How a payment stands. */
public record PaymentState(
        @Describe("The payment") String captureId,
        @Describe("One line for a card") String title,
        @Describe("WAITING (待付款), PAID (已付款), PARTLY_REFUNDED (部分退款), REFUNDED (已退款), CLOSED (已关闭)")
                State state,
        @Describe("How much it is") Money total,
        @Describe("How much was given back so far") Money refunded,
        @Describe("When it was paid; absent while it is not") @Nullable OffsetDateTime paidAt,
        @Describe("Alipay's own number (支付宝交易号), where there is one") @Nullable String tradeNo) {

    /** How a payment stands. */
    public enum State {
        WAITING,
        PAID,
        PARTLY_REFUNDED,
        REFUNDED,
        CLOSED
    }
}
