package errand.alipay.wallet;

import errand.agent.Describe;
import errand.agent.Money;
import java.util.List;

/** Money that is reserved. */
public record Authorised(
        @Describe("What capture and void take") String authorisationId,
        @Describe("How much is reserved") Money total,
        @Describe("For what") List<PaymentLine> lines) {}
