package errand.alipay.wallet;

import errand.agent.Describe;

/** Which authorisation to give up. */
public record VoidPayment(@Describe("From payment.authorise") String authorisationId) {}
