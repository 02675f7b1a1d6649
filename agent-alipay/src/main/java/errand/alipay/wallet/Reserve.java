package errand.alipay.wallet;

import errand.agent.Describe;
import errand.agent.Money;
import errand.agent.Payee;
import java.util.List;

/** What a mandate is asked to cover, all of it or nothing. */
public record Reserve(
        @Describe("Quotes") List<Line> lines,
        @Describe("Reservations of the same plan that give way") List<String> replaces) {

    public Reserve {
        lines = List.copyOf(lines);
        replaces = List.copyOf(replaces);
    }

    /** One quote. */
    public record Line(
            @Describe("Quote") String quoteId,
            @Describe("What it is for") String title,
            @Describe("Who is paid") Payee payee,
            @Describe("How much") Money amount,
            @Describe("The capability that gave the quote") String capability) {}
}
