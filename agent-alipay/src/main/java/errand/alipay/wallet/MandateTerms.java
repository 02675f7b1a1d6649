package errand.alipay.wallet;

import errand.agent.Describe;
import errand.agent.Money;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the person allows beforehand. */
public record MandateTerms(
        @Describe("Id it will have, md_…") String mandateId,
        @Describe("Who may be paid: payee ids; a trailing * stands for any ending")
                List<String> payees,
        @Describe("Whose quotes may be paid: capabilities; a trailing * stands for any ending")
                List<String> capabilities,
        @Describe("How much in all") Money total,
        @Describe("How much at most for one quote") @Nullable Money perPayment,
        @Describe("Until when, RFC 3339") String until) {

    public MandateTerms {
        payees = List.copyOf(payees);
        capabilities = List.copyOf(capabilities);
    }
}
