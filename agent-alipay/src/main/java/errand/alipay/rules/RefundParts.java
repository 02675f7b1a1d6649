package errand.alipay.rules;

import errand.agent.Money;
import errand.agent.Outcome;
import errand.agent.Task;
import errand.alipay.wallet.PaymentLine;
import errand.alipay.wallet.Refund;
import java.util.List;

/** Settles of which quotes of a payment how much is to be given back. */
public final class RefundParts {

    private RefundParts() {}

    /** So much of one quote. */
    public record Part(String quoteId, Money amount) {}

    /**
     * All that is left of what the wish names, or the part it says.
     *
     * @param left the quotes that were paid, each with what can still be given back, which may be 0
     */
    public static Outcome<List<Part>> of(List<PaymentLine> left, Refund wish, Task task) {
        List<PaymentLine> named = left.stream().filter(line -> named(line, wish)).toList();
        if (named.isEmpty()) {
            return Words.sayWhichQuote(task, open(left));
        }
        Money part = wish.part();
        Money most = Lines.sum(named);
        if (part != null && !Lines.payable(part)) {
            return Words.badAmount(
                    task, new PaymentLine(wish.captureId(), named.getFirst().payee(), part));
        }
        if (most.amount() == 0 || (part != null && part.amount() > most.amount())) {
            return Words.refundTooMuch(task, part, most);
        }
        List<PaymentLine> open = open(named);
        if (part == null || part.equals(most)) {
            return Outcome.done(
                    open.stream().map(line -> new Part(line.quoteId(), line.amount())).toList());
        }
        return open.size() == 1
                ? Outcome.done(List.of(new Part(open.getFirst().quoteId(), part)))
                : Words.sayWhichQuote(task, open);
    }

    private static List<PaymentLine> open(List<PaymentLine> lines) {
        return lines.stream().filter(line -> line.amount().amount() > 0).toList();
    }

    private static boolean named(PaymentLine line, Refund wish) {
        String quote = wish.forQuote();
        return quote == null || quote.equals(line.quoteId());
    }
}
