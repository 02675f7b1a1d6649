package errand.alipay.rules;

import errand.agent.Money;
import errand.agent.Outcome;
import errand.agent.Task;
import errand.alipay.wallet.PaymentLine;
import java.util.List;
import java.util.Optional;

/** What lines of a payment must be, whoever agreed to them. */
public final class Lines {

    private Lines() {}

    /** The refusal when they cannot be paid as they are. */
    public static <O> Optional<Outcome<O>> wrong(List<PaymentLine> lines, Task task) {
        if (lines.isEmpty()) {
            return Optional.of(Words.nothingToPay(task));
        }
        if (lines.stream().map(PaymentLine::quoteId).distinct().count() < lines.size()) {
            return Optional.of(Words.duplicateLine(task));
        }
        return lines.stream()
                .filter(line -> !payable(line.amount()))
                .findFirst()
                .map(line -> Words.badAmount(task, line));
    }

    public static boolean payable(Money money) {
        return money.amount() > 0 && money.currency().equals("CNY");
    }

    /** The refusal when they cannot be paid as they are, or are not what the person saw. */
    public static <O> Optional<Outcome<O>> wrongOrNotAgreed(List<PaymentLine> lines, Task task) {
        Optional<Outcome<O>> wrong = wrong(lines, task);
        return wrong.or(
                () ->
                        Agreement.breach(lines, task.terms())
                                .map(line -> Words.notAgreed(task, line)));
    }

    public static Money sum(List<PaymentLine> lines) {
        return lines.stream().map(PaymentLine::amount).reduce(Money.cny(0), Money::plus);
    }
}
