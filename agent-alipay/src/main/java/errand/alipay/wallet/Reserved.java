package errand.alipay.wallet;

import errand.agent.Describe;
import errand.agent.Money;

/** A mandate covers the quotes. */
public record Reserved(
        @Describe("Id of the reservation") String reservationId,
        @Describe("How much is reserved") Money reserved,
        @Describe("The mandate as it stands") Mandate mandate) {}
