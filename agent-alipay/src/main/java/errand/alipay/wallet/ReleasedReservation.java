package errand.alipay.wallet;

import errand.agent.Describe;
import errand.agent.Money;

/** What the mandate got back. */
public record ReleasedReservation(
        @Describe("How much; nothing when it had given way") Money released,
        @Describe("The mandate as it stands") Mandate mandate) {}
