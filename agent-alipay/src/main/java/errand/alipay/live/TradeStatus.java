package errand.alipay.live;

import errand.agent.TransientFailure;
import errand.runtime.live.VendorHttp;
import org.jspecify.annotations.Nullable;

/** How a trade stands, in Alipay's own words. */
enum TradeStatus {
    /** Made, not paid. */
    WAIT_BUYER_PAY,
    /** Closed unpaid, or all given back. */
    TRADE_CLOSED,
    /** Paid; can be given back. */
    TRADE_SUCCESS,
    /** Paid; cannot be given back any more. */
    TRADE_FINISHED;

    /**
     * @throws TransientFailure for a word that is none of them: the answer is not believed
     */
    static TradeStatus of(@Nullable String told) {
        try {
            return valueOf(String.valueOf(told));
        } catch (IllegalArgumentException e) {
            throw new TransientFailure(
                    VendorHttp.MALFORMED, "Alipay names a state of a payment that is none.");
        }
    }
}
