package errand.alipay.wallet;

import errand.agent.Describe;
import errand.agent.Money;
import java.time.OffsetDateTime;

/** A transfer that arrived. */
public record TransferSent(
        @Describe("Id of the transfer, to cite") String transferId,
        @Describe("One line for a card") String title,
        @Describe("The quote that was sent") String quoteId,
        @Describe("Who got it") Candidate to,
        @Describe("How much arrived") Money amount,
        @Describe("Fee (手续费)") Money fee,
        @Describe("What left in all: amount and fee") Money paid,
        @Describe("What it was charged to") Method method,
        @Describe("How much can still be sent today") Money leftToday,
        @Describe("When") OffsetDateTime sentAt) {}
