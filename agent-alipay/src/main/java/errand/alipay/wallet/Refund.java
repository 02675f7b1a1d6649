package errand.alipay.wallet;

import errand.agent.Describe;

/** Which capture to give back. */
public record Refund(@Describe("From payment.capture") String captureId) {}
