package errand.alipay.live;

import errand.agent.TransientFailure;
import errand.alipay.live.LivePayment.State;
import java.time.Clock;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Believes what Alipay tells when it is signed, about this app and seller, about a payment that was
 * asked for, and about its amount; keeps it; once.
 */
final class Notices {

    private static final Logger LOG = LoggerFactory.getLogger(Notices.class);
    private static final int LONGEST = 64;

    private final Gateway gateway;
    private final LiveProperties properties;
    private final LivePayments payments;
    private final TransactionOperations transactions;
    private final Clock clock;

    Notices(
            Gateway gateway,
            LiveProperties properties,
            LivePayments payments,
            TransactionOperations transactions,
            Clock clock) {
        this.gateway = gateway;
        this.properties = properties;
        this.payments = payments;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * What became of a notice.
     *
     * <p>{@code KEPT}: stored, now or before. {@code FORGED}: not signed by Alipay, or not for this
     * app. {@code UNKNOWN}: signed, and not about what was asked for here.
     */
    enum Verdict {
        KEPT,
        FORGED,
        UNKNOWN
    }

    /** Stored when it returns {@link Verdict#KEPT}. */
    Verdict take(Map<String, String> told) {
        boolean ours =
                gateway.hasSigned(told)
                        && properties.appId().equals(told.get("app_id"))
                        && properties.sellerId().equals(told.get("seller_id"));
        if (!ours) {
            LOG.warn("A notice that is not signed by Alipay for this app and seller was refused");
            return Verdict.FORGED;
        }
        Boolean kept = transactions.execute(status -> keep(told));
        if (!Boolean.TRUE.equals(kept)) {
            LOG.warn(
                    "A notice of Alipay is not about a payment of this agent, or of another amount");
            return Verdict.UNKNOWN;
        }
        return Verdict.KEPT;
    }

    private boolean keep(Map<String, String> told) {
        String outTradeNo = told.getOrDefault("out_trade_no", "");
        String notifyId = told.getOrDefault("notify_id", "");
        String status = told.getOrDefault("trade_status", "");
        LivePayment payment = payments.lock(outTradeNo).orElse(null);
        if (payment == null || notifyId.isEmpty() || notifyId.length() > 2 * LONGEST) {
            return false;
        }
        try {
            if (!Yuan.parse(told.get("total_amount")).equals(payment.total())) {
                return false;
            }
            State state = after(payment, TradeStatus.of(status));
            if (payments.note(notifyId, outTradeNo, status, clock.instant())) {
                boolean paid = state == State.PAID;
                if (paid && payment.state() == State.CLOSED) {
                    LOG.warn("Payment {} was paid after it was closed: refund it", outTradeNo);
                }
                payments.set(
                        outTradeNo, state, paid ? clock.instant() : null, told.get("trade_no"));
            }
            return true;
        } catch (TransientFailure notReadable) {
            return false;
        }
    }

    /** Notices come in any order: what was paid is not waiting again. */
    private static State after(LivePayment payment, TradeStatus told) {
        boolean paid = payment.state() == State.PAID || payment.state() == State.REFUNDED;
        return switch (told) {
            case WAIT_BUYER_PAY -> payment.state();
            case TRADE_SUCCESS, TRADE_FINISHED ->
                    payment.state() == State.REFUNDED ? State.REFUNDED : State.PAID;
            case TRADE_CLOSED -> paid ? State.REFUNDED : State.CLOSED;
        };
    }
}
