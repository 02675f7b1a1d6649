package errand.alipay.wallet;

import errand.agent.Describe;

/** Which payment nobody shall make any more. */
public record ClosePayment(@Describe("From payment.request") String captureId) {}
