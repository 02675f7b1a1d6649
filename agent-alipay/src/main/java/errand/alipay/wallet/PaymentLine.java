package errand.alipay.wallet;

import errand.agent.Describe;
import errand.agent.Money;
import errand.agent.Payee;

/** One quote to be paid. */
public record PaymentLine(
        @Describe("Id of a quote the person agreed to") String quoteId,
        @Describe("Who is paid, as in the quote") Payee payee,
        @Describe("Total of the quote") Money amount) {}
