package errand.alipay.wallet;

import errand.agent.Describe;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What to pay out of an authorisation. */
public record Capture(
        @Describe("From payment.authorise") String authorisationId,
        @Describe("Which of its quotes to pay; the rest is given back") List<String> quoteIds,
        @Describe("Which order each quote became, for the statement and the daily report")
                @Nullable List<OrderOf> orders) {

    public Capture {
        quoteIds = List.copyOf(quoteIds);
        orders = orders == null ? null : List.copyOf(orders);
    }

    /** Without saying which orders. */
    public Capture(String authorisationId, List<String> quoteIds) {
        this(authorisationId, quoteIds, null);
    }

    /** Which order a quote became. */
    public record OrderOf(
            @Describe("One of quoteIds") String quoteId,
            @Describe("The seller's order or booking id") String orderId) {}
}
