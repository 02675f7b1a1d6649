package errand.alipay.wallet;

import errand.agent.Describe;
import errand.agent.Money;

/** How much may be sent in a day: the details of a refusal. */
public record DailyLimit(
        @Describe("Most in one day") Money limit,
        @Describe("Sent today") Money sent,
        @Describe("What can still be sent today") Money left) {}
