package errand.alipay.wallet;

import errand.agent.Describe;
import java.util.List;

/** What to reserve money for. */
public record Authorise(@Describe("The lines of a granted consent") List<PaymentLine> lines) {

    public Authorise {
        lines = List.copyOf(lines);
    }
}
