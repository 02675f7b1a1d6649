package errand.alipay.wallet;

import errand.agent.Describe;

/** Which payment to look at. */
public record QueryPayment(@Describe("captureId of a payment") String captureId) {}
