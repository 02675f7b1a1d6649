package errand.alipay.wallet;

import errand.agent.Describe;
import java.util.List;

/** What to pay out of an authorisation. */
public record Capture(
        @Describe("From payment.authorise") String authorisationId,
        @Describe("Which of its quotes to pay; the rest is given back") List<String> quoteIds) {

    public Capture {
        quoteIds = List.copyOf(quoteIds);
    }
}
