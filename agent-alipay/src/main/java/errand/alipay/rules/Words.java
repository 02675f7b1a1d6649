package errand.alipay.rules;

import static errand.runtime.sandbox.Refusals.refused;
import static errand.runtime.sandbox.Refusals.unknown;
import static errand.runtime.sandbox.Refusals.yuan;

import errand.agent.Describe;
import errand.agent.Money;
import errand.agent.Outcome;
import errand.agent.Task;
import errand.alipay.wallet.PaymentLine;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How refusals that every adapter knows are worded, in the language of the task. */
public final class Words {

    private Words() {}

    public static <O> Outcome<O> notAgreed(Task task, PaymentLine line) {
        return refused(
                task,
                "NOT_AGREED",
                "没有同意向%s支付%s元（报价%s），不能扣款。"
                        .formatted(line.payee().name(), yuan(line.amount()), line.quoteId()),
                "Paying %s %s yuan for quote %s was not agreed to; nothing was paid."
                        .formatted(line.payee().name(), yuan(line.amount()), line.quoteId()));
    }

    public static <O> Outcome<O> duplicateLine(Task task) {
        return refused(
                task,
                "DUPLICATE_LINE",
                "同一个报价出现了两次，每个报价只能付一次。",
                "A quote stands twice in the list; name each quote once.");
    }

    public static <O> Outcome<O> nothingToPay(Task task) {
        return refused(
                task,
                "NOTHING_TO_PAY",
                "没有要支付的项目，至少需要一个报价。",
                "There is nothing to pay: name at least one quote.");
    }

    public static <O> Outcome<O> badAmount(Task task, PaymentLine line) {
        return refused(
                task,
                "CURRENCY_NOT_SUPPORTED",
                "只能支付大于零的人民币金额，报价%s是%d %s。"
                        .formatted(
                                line.quoteId(), line.amount().amount(), line.amount().currency()),
                "Only amounts above zero in CNY can be paid; quote %s is %d %s."
                        .formatted(
                                line.quoteId(), line.amount().amount(), line.amount().currency()));
    }

    public static <O> Outcome<O> unknownCapture(Task task, String id) {
        return unknown(task, "UNKNOWN_CAPTURE", "payment", "付款", id);
    }

    public static <O> Outcome<O> refundTooMuch(Task task, @Nullable Money wanted, Money left) {
        String much = wanted == null ? "0" : yuan(wanted);
        return refused(
                task,
                "REFUND_TOO_MUCH",
                "不能退%s元，还可以退%s元。".formatted(much, yuan(left)),
                "%s yuan cannot be given back: %s yuan are left.".formatted(much, yuan(left)),
                new Left(left));
    }

    public static <O> Outcome<O> sayWhichQuote(Task task, List<PaymentLine> lines) {
        List<String> quotes = lines.stream().map(PaymentLine::quoteId).toList();
        return refused(
                task,
                "SAY_WHICH_QUOTE",
                "这笔付款里可退的报价有：%s。请说明退哪一个（forQuote）。".formatted(String.join("、", quotes)),
                "Of this payment these quotes can be given back: %s. Say which one (forQuote)."
                        .formatted(String.join(", ", quotes)),
                new LeftOf(lines));
    }

    /** How much can still be given back. */
    public record Left(@Describe("What can still be given back") Money left) {}

    /** Of which quotes how much can still be given back. */
    public record LeftOf(@Describe("Quotes and what is left of each") List<PaymentLine> lines) {

        public LeftOf {
            lines = List.copyOf(lines);
        }
    }
}
