package errand.alipay.wallet;

import errand.agent.Describe;

/** Which mandate to close: it covers nothing new; what it covers already goes on. */
public record CloseMandate(@Describe("Id") String mandateId) {}
