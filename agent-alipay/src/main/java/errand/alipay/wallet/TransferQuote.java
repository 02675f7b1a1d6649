package errand.alipay.wallet;

import errand.agent.Describe;
import errand.agent.Money;
import errand.agent.Quote;

/** A transfer that can be sent as it stands. */
public record TransferQuote(
        @Describe("What the person agrees to: payee, amount and fee") Quote quote,
        @Describe("Who gets it") Candidate to,
        @Describe("How much arrives") Money amount,
        @Describe("Fee (手续费) on top; 0 within the free amount of a day") Money fee,
        @Describe("What it is charged to") Method method,
        @Describe("How much can still be sent today, before this") Money leftToday) {}
