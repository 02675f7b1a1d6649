package errand.alipay.wallet;

import errand.agent.Describe;
import errand.agent.Money;
import java.time.LocalDate;
import java.util.List;

/** A day's money: who got what, what every account began and ended with, what does not add up. */
public record DailyReport(
        @Describe("One line for a card") String title,
        @Describe("The day, in China's time") LocalDate day,
        @Describe("Number and sum for each payee and kind") List<Sum> sums,
        @Describe("What each account began and ended the day with") List<AccountDay> accounts,
        @Describe("The sum of all entries of the ledger, which must be 0") Money ledgerSum,
        @Describe("What somebody should look at; empty when all adds up")
                List<Difference> differences,
        @Describe("How many rows were left out of accounts and differences; 0 mostly")
                int leftOut) {

    public DailyReport {
        sums = List.copyOf(sums);
        accounts = List.copyOf(accounts);
        differences = List.copyOf(differences);
    }

    /** What one payee got or gave back. */
    public record Sum(
            @Describe("Who") String payeeId,
            @Describe("Who, by name") String payee,
            @Describe("CAPTURE, REFUND, TRANSFER or FEE") String kind,
            @Describe("How many") long number,
            @Describe("How much in all") Money total,
            @Describe("How much of it people's own money was; the rest came from red packets")
                    Money charged) {}

    /** One account's day. */
    public record AccountDay(
            @Describe("Account of the ledger") String account,
            @Describe("WALLET, YUEBAO, CARD, CREDIT, HELD, MERCHANT, MARKETING, FEES or WORLD")
                    String kind,
            @Describe("What it began with") Money opening,
            @Describe("What it ended with") Money closing) {}

    /** Something that does not add up. */
    public record Difference(
            @Describe(
                            "NOT_SETTLED (authorised, neither captured nor voided), NO_ORDER (captured without an order id), BALANCE_DIFFERS, LEDGER_NOT_ZERO")
                    String code,
            @Describe("What it is about") String reference,
            @Describe("How much") Money amount,
            @Describe("What it is, in one line") String title) {}
}
