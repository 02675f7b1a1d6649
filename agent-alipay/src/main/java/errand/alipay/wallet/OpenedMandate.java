package errand.alipay.wallet;

import errand.agent.Describe;

/** A mandate is there, or is closed. */
public record OpenedMandate(
        @Describe("Id") String mandateId, @Describe("As it stands") Mandate mandate) {}
