package errand.alipay.sandbox;

import static errand.runtime.sandbox.Refusals.in;
import static errand.runtime.sandbox.Refusals.yuan;

import errand.agent.Money;
import errand.agent.Task;
import errand.alipay.wallet.MethodState;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

/** One line for a card about each thing that is said, in the language of the task. */
final class Titles {

    private Titles() {}

    static String balance(Task task, Money free, Money reserved) {
        return in(
                task,
                "余额%s元，冻结%s元".formatted(yuan(free), yuan(reserved)),
                "Balance %s yuan, %s reserved".formatted(yuan(free), yuan(reserved)));
    }

    static String methods(Task task, List<MethodState> all) {
        return all.stream()
                .map(state -> state.title() + " " + yuan(state.available()))
                .collect(Collectors.joining(in(task, "，", ", ")));
    }

    static String redPackets(Task task, int number) {
        return in(
                task,
                number == 0 ? "没有可用的红包" : "%d个红包".formatted(number),
                number == 0 ? "No red packet fits" : "%d red packets".formatted(number));
    }

    static String statement(Task task, LocalDate from, LocalDate to, Money out, Money in) {
        return in(
                task,
                "%s至%s：支出%s元，收入%s元".formatted(from, to, yuan(out), yuan(in)),
                "%s to %s: %s yuan out, %s in".formatted(from, to, yuan(out), yuan(in)));
    }

    static String toBePaid(Task task, Choice choice) {
        String total = yuan(choice.total());
        String charged = yuan(choice.charged());
        String off = yuan(choice.discount());
        boolean packet = choice.packet() != null;
        return in(
                task,
                packet
                        ? "共%s元，红包抵扣%s元，%s实付%s元"
                                .formatted(total, off, choice.method().in("zh"), charged)
                        : "%s支付%s元".formatted(choice.method().in("zh"), charged),
                packet
                        ? "%s yuan, %s off by red packet, %s yuan from the %s"
                                .formatted(total, off, charged, choice.method().in("en"))
                        : "%s yuan from the %s".formatted(charged, choice.method().in("en")));
    }

    static String reserved(Task task, Authorisation authorisation) {
        int lines = authorisation.shares().size();
        String total = yuan(authorisation.total());
        return in(
                task,
                "已冻结%s元（%d笔，%s）".formatted(total, lines, authorisation.method().in("zh")),
                "%s yuan reserved for %d (%s)"
                        .formatted(total, lines, authorisation.method().in("en")));
    }

    static String voided(Task task, Money released) {
        return in(
                task,
                "已解冻%s元".formatted(yuan(released)),
                "%s yuan given back".formatted(yuan(released)));
    }

    static String paid(Task task, List<Share> shares, Money total) {
        String names =
                shares.stream()
                        .map(share -> share.line().payee().name())
                        .distinct()
                        .collect(Collectors.joining(in(task, "、", ", ")));
        return in(
                task,
                "已付%s %s元".formatted(names, yuan(total)),
                "Paid %s %s yuan".formatted(names, yuan(total)));
    }

    static String refunded(Task task, StoredRefund refund) {
        return in(
                task,
                "已退款%s元".formatted(yuan(refund.total())),
                "%s yuan refunded".formatted(yuan(refund.total())));
    }

    static String transferTitle(Task task, String to, Money amount) {
        return in(
                task,
                "转账给%s %s元".formatted(to, yuan(amount)),
                "%s yuan to %s".formatted(yuan(amount), to));
    }

    static String transferLine(Task task) {
        return in(task, "转账", "Transfer");
    }

    static String feeLine(Task task) {
        return in(task, "手续费", "Fee");
    }

    static String transferIsFinal(Task task) {
        return in(task, "转账实时到账，不能撤回", "Arrives at once and cannot be called back");
    }

    static String sent(Task task, StoredTransferQuote quote) {
        String amount = yuan(quote.amount());
        return in(
                task,
                "已转给%s %s元".formatted(quote.to().name(), amount),
                "Sent %s %s yuan".formatted(quote.to().name(), amount));
    }

    static String mandates(Task task, int number, Money left) {
        return in(
                task,
                "%d份事先授权，还可用%s元".formatted(number, yuan(left)),
                "%d mandates, %s yuan left".formatted(number, yuan(left)));
    }

    static String report(boolean chinese, LocalDate day, int differences) {
        if (chinese) {
            return "%s对账单：%s".formatted(day, differences == 0 ? "账目相符" : differences + "处待核对");
        }
        return "Reconciliation of %s: %s"
                .formatted(day, differences == 0 ? "all adds up" : differences + " to look at");
    }
}
