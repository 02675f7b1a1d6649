package errand.alipay.sandbox;

import errand.agent.Describe;
import errand.agent.Money;
import errand.agent.Outcome;
import errand.agent.Task;
import errand.alipay.wallet.PaymentLine;
import java.util.List;
import java.util.Locale;

/** How refusals are worded, in the language of the task. */
final class Wording {

    private Wording() {}

    private static <O> Outcome<O> refused(Task task, String code, String zh, String en) {
        return Outcome.refused(code, task.lang().startsWith("en") ? en : zh);
    }

    /** 553.50 and 1200: yuan without needless noughts. */
    static String yuan(Money money) {
        long fen = money.amount();
        return fen % 100 == 0
                ? String.valueOf(fen / 100)
                : String.format(Locale.ROOT, "%.2f", fen / 100.0);
    }

    static <O> Outcome<O> balanceTooLow(Task task, Money balance, Money wanted) {
        Money missing = wanted.minus(balance);
        String zh = "余额不足：需要%s元，可用%s元，还差%s元。可以换一种付款方式或选更便宜的。";
        String en =
                "The balance is too low: %s yuan needed, %s there, %s missing. Pay another way or choose something cheaper.";
        String text = task.lang().startsWith("en") ? en : zh;
        return Outcome.refused(
                "BALANCE_TOO_LOW",
                text.formatted(yuan(wanted), yuan(balance), yuan(missing)),
                new Shortfall(balance, missing));
    }

    static <O> Outcome<O> notAgreed(Task task, PaymentLine line) {
        return refused(
                task,
                "NOT_AGREED",
                "没有同意向%s支付%s元（报价%s），不能扣款。"
                        .formatted(line.payee().name(), yuan(line.amount()), line.quoteId()),
                "Paying %s %s yuan for quote %s was not agreed to; nothing was paid."
                        .formatted(line.payee().name(), yuan(line.amount()), line.quoteId()));
    }

    static <O> Outcome<O> alreadyPaid(Task task, PaymentLine line) {
        return refused(
                task,
                "ALREADY_PAID",
                "报价%s已经付过款或已冻结款项，不会重复付款。".formatted(line.quoteId()),
                "Quote %s is paid or reserved already; it is not paid twice."
                        .formatted(line.quoteId()));
    }

    static <O> Outcome<O> duplicateLine(Task task) {
        return refused(
                task,
                "DUPLICATE_LINE",
                "同一个报价出现了两次，每个报价只能付一次。",
                "A quote stands twice in the list; name each quote once.");
    }

    static <O> Outcome<O> nothingToPay(Task task) {
        return refused(
                task,
                "NOTHING_TO_PAY",
                "没有要支付的项目，至少需要一个报价。",
                "There is nothing to pay: name at least one quote.");
    }

    static <O> Outcome<O> badAmount(Task task, PaymentLine line) {
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

    static <O> Outcome<O> unknownAuthorisation(Task task, String id) {
        return refused(
                task,
                "UNKNOWN_AUTHORISATION",
                "没有找到编号为“%s”的授权。".formatted(id),
                "There is no authorisation '%s' of yours.".formatted(id));
    }

    static <O> Outcome<O> mandateInvalid(Task task, String field) {
        return refused(
                task,
                "MANDATE_INVALID",
                "授权的“%s”不对：金额要大于零、用人民币，要写明可付给谁、可用于什么，截止时间要在将来。".formatted(field),
                "The mandate's '%s' does not do: amounts are CNY and above zero, payees and capabilities are named, and it ends in the future."
                        .formatted(field));
    }

    static <O> Outcome<O> unknownMandate(Task task, String id) {
        return refused(
                task,
                "UNKNOWN_MANDATE",
                "没有找到编号为“%s”的事先授权。".formatted(id),
                "There is no mandate '%s' of yours.".formatted(id));
    }

    static <O> Outcome<O> unknownReservation(Task task, String id) {
        return refused(
                task,
                "UNKNOWN_RESERVATION",
                "没有找到编号为“%s”的预留。".formatted(id),
                "There is no reservation '%s' of yours.".formatted(id));
    }

    static <O> Outcome<O> noMandate(Task task) {
        return refused(
                task,
                "NO_MANDATE",
                "没有一份事先授权涵盖这些付款，需要你确认。",
                "None of your mandates covers all of this, so you are asked.");
    }

    static <O> Outcome<O> mandateExhausted(Task task, Money left, Money wanted) {
        return refused(
                task,
                "MANDATE_EXHAUSTED",
                "事先授权只剩%s元，这次要%s元，需要你确认。".formatted(yuan(left), yuan(wanted)),
                "Your mandate has %s CNY left and this takes %s CNY, so you are asked."
                        .formatted(yuan(left), yuan(wanted)));
    }

    static <O> Outcome<O> unknownCapture(Task task, String id) {
        return refused(
                task,
                "UNKNOWN_CAPTURE",
                "没有找到编号为“%s”的付款。".formatted(id),
                "There is no payment '%s' of yours.".formatted(id));
    }

    static <O> Outcome<O> closed(Task task, Authorisation authorisation) {
        return refused(
                task,
                "AUTHORISATION_CLOSED",
                "授权%s已经结束（%s），请重新授权。".formatted(authorisation.id(), zh(authorisation.state())),
                "Authorisation %s has ended (%s); authorise again."
                        .formatted(
                                authorisation.id(),
                                authorisation.state().name().toLowerCase(Locale.ROOT)));
    }

    static <O> Outcome<O> notAuthorised(Task task, List<String> missing, List<String> possible) {
        return refused(
                task,
                "NOT_AUTHORISED",
                "授权中没有这些报价：%s。可以支付：%s。"
                        .formatted(String.join("、", missing), String.join("、", possible)),
                "The authorisation does not hold: %s. It holds: %s."
                        .formatted(String.join(", ", missing), String.join(", ", possible)));
    }

    private static String zh(Authorisation.State state) {
        return switch (state) {
            case OPEN -> "有效";
            case CAPTURED -> "已付款";
            case VOIDED -> "已解冻";
        };
    }

    /** How much there is and how much is missing. */
    record Shortfall(
            @Describe("Free to spend") Money balance,
            @Describe("How much is missing") Money missing) {}
}
