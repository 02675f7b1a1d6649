package errand.alipay.sandbox;

import static errand.runtime.sandbox.Refusals.refused;
import static errand.runtime.sandbox.Refusals.yuan;

import errand.agent.Money;
import errand.agent.Outcome;
import errand.agent.Quote;
import errand.agent.Task;
import errand.alipay.wallet.Candidate;
import errand.alipay.wallet.Candidates;
import errand.alipay.wallet.DailyLimit;
import errand.alipay.wallet.Method;
import errand.alipay.wallet.MethodState;
import errand.alipay.wallet.Shortfall;
import java.util.List;
import java.util.stream.Collectors;

/** How refusals of transfers are worded, in the language of the task. */
final class TransferWording {

    private TransferWording() {}

    static <O> Outcome<O> payeeUnknown(Task task, String words, List<Candidate> candidates) {
        return refused(
                task,
                "PAYEE_UNKNOWN",
                "不知道“%s”是谁，不能转账。可以转给：%s。".formatted(words, names(candidates)),
                "Nobody is called '%s'; nothing was sent. Money can go to: %s."
                        .formatted(words, names(candidates)),
                new Candidates(candidates));
    }

    static <O> Outcome<O> payeeAmbiguous(Task task, String words, List<Candidate> candidates) {
        return refused(
                task,
                "PAYEE_AMBIGUOUS",
                "“%s”有%d位：%s。请说明是哪个账号。".formatted(words, candidates.size(), names(candidates)),
                "'%s' may be any of %d: %s. Say which account."
                        .formatted(words, candidates.size(), names(candidates)),
                new Candidates(candidates));
    }

    private static String names(List<Candidate> candidates) {
        return candidates.stream()
                .map(candidate -> candidate.name() + " " + candidate.account())
                .collect(Collectors.joining("; "));
    }

    static <O> Outcome<O> sameAccount(Task task) {
        return refused(
                task,
                "SAME_ACCOUNT",
                "不能转给自己；要给余额充值，请转给“自己”并从银行卡或余额宝转入。",
                "Money cannot be sent to the same account; to top up the balance, send to 'me' from the bank card or Yu'ebao.");
    }

    static <O> Outcome<O> methodNotAllowed(Task task, Method method, List<MethodState> others) {
        String names = others.stream().map(MethodState::title).collect(Collectors.joining("、"));
        return refused(
                task,
                "METHOD_NOT_ALLOWED",
                "不能用%s转账。可以用：%s。".formatted(method.in("zh"), names),
                "Money cannot be sent with the %s. It can with: %s."
                        .formatted(method.in("en"), names),
                new Shortfall(Money.cny(0), Money.cny(0), method, others, null));
    }

    static <O> Outcome<O> dailyLimit(Task task, DailyLimit today) {
        return refused(
                task,
                "DAILY_LIMIT",
                "每天最多转账%s元，今天已转%s元，还可以转%s元。"
                        .formatted(yuan(today.limit()), yuan(today.sent()), yuan(today.left())),
                "At most %s yuan can be sent in a day; %s were sent today, %s are left."
                        .formatted(yuan(today.limit()), yuan(today.sent()), yuan(today.left())),
                today);
    }

    static <O> Outcome<O> unknownQuote(Task task, String quoteId) {
        return refused(
                task,
                "UNKNOWN_QUOTE",
                "没有找到编号为“%s”的转账报价，请先用transfer.quote查询。".formatted(quoteId),
                "There is no transfer quote '%s' of yours. Take one from transfer.quote."
                        .formatted(quoteId));
    }

    static <O> Outcome<O> alreadySent(Task task, String transferId) {
        return refused(
                task,
                "ALREADY_SENT",
                "这笔转账已经发出（%s），不会重复转账。".formatted(transferId),
                "This was sent already, as %s; it is not sent twice.".formatted(transferId));
    }

    static <O> Outcome<O> transferNotAgreed(Task task, Quote quote) {
        return refused(
                task,
                "NOT_AGREED",
                "没有同意向%s转账%s元，不能转账。".formatted(quote.payee().name(), yuan(quote.total())),
                "Sending %s %s yuan was not agreed to; nothing was sent."
                        .formatted(quote.payee().name(), yuan(quote.total())));
    }
}
