package errand.alipay.wallet;

import errand.agent.Describe;
import errand.agent.Money;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A mandate as it stands after what was just done. */
public record Mandate(
        @Describe("Id") String mandateId,
        @Describe("open or closed") String state,
        @Describe("Who may be paid") List<String> payees,
        @Describe("Whose quotes may be paid") List<String> capabilities,
        @Describe("How much in all") Money total,
        @Describe("How much of it is not spoken for") Money remaining,
        @Describe("How much at most for one quote") @Nullable Money perPayment,
        @Describe("Until when, RFC 3339") String until,
        @Describe("Grows with every change") long version) {

    public Mandate {
        payees = List.copyOf(payees);
        capabilities = List.copyOf(capabilities);
    }
}
