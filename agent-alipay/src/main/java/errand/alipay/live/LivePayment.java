package errand.alipay.live;

import errand.agent.Money;
import errand.alipay.rules.Lines;
import errand.alipay.wallet.PaymentLine;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A payment the person was asked for.
 *
 * @param outTradeNo the agent's number of it at Alipay, made of the task's id
 * @param state as Alipay last told it
 * @param tradeNo Alipay's own number, once it told it
 */
record LivePayment(
        String outTradeNo,
        String user,
        List<PaymentLine> lines,
        State state,
        Instant payBy,
        @Nullable Instant paidAt,
        @Nullable String tradeNo) {

    /** What Alipay said of it. */
    enum State {
        WAITING,
        PAID,
        REFUNDED,
        CLOSED
    }

    LivePayment {
        lines = List.copyOf(lines);
    }

    Money total() {
        return Lines.sum(lines);
    }
}
