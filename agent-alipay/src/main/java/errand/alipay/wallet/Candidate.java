package errand.alipay.wallet;

import errand.agent.Describe;

/** Somebody money can be sent to. */
public record Candidate(
        @Describe("Alipay account (支付宝账号): names exactly one") String account,
        @Describe("What the person calls them, else the real name with a part hidden")
                String name) {}
