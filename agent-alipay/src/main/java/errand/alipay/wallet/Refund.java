package errand.alipay.wallet;

import errand.agent.Describe;
import errand.agent.Money;
import org.jspecify.annotations.Nullable;

/** What to give back of a payment. */
public record Refund(
        @Describe("From payment.capture (live: payment.request)") String captureId,
        @Describe("How much; all that is left when not said") @Nullable Money part,
        @Describe(
                        "Which of its quotes to give back; needed for a part of a payment of several quotes")
                @Nullable String forQuote,
        @Describe("Why, in a few words") @Nullable String reason) {

    /** All that is left. */
    public Refund(String captureId) {
        this(captureId, null, null, null);
    }
}
