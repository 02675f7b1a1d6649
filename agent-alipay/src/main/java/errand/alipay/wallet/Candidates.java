package errand.alipay.wallet;

import errand.agent.Describe;
import java.util.List;

/** Who may have been meant: the details of a refusal. */
public record Candidates(
        @Describe("Ask the person which one, then quote again with the account")
                List<Candidate> candidates) {

    public Candidates {
        candidates = List.copyOf(candidates);
    }
}
