package errand.alipay.wallet;

import errand.agent.Describe;

/** Which transfer to send. */
public record SendTransfer(
        @Describe("From transfer.quote; payee and amount come from it") String quoteId) {}
