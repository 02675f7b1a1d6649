package errand.alipay.sandbox;

import errand.agent.Money;
import errand.agent.Outcome;
import errand.agent.Task;
import errand.alipay.wallet.PaymentLine;
import java.util.List;
import java.util.Optional;

/** What lines of a payment must be, whoever agreed to them. */
final class Lines {

    private Lines() {}

    /** The refusal when they cannot be paid as they are. */
    static <O> Optional<Outcome<O>> wrong(List<PaymentLine> lines, Task task) {
        if (lines.isEmpty()) {
            return Optional.of(Wording.nothingToPay(task));
        }
        if (lines.stream().map(PaymentLine::quoteId).distinct().count() < lines.size()) {
            return Optional.of(Wording.duplicateLine(task));
        }
        return lines.stream()
                .filter(line -> !payable(line.amount()))
                .findFirst()
                .map(line -> Wording.badAmount(task, line));
    }

    static boolean payable(Money money) {
        return money.amount() > 0 && money.currency().equals("CNY");
    }
}
