package errand.alipay.sandbox;

import errand.agent.Money;
import errand.agent.Outcome;
import errand.agent.Payee;
import errand.agent.Quote;
import errand.agent.Task;
import errand.alipay.rules.Lines;
import errand.alipay.rules.Words;
import errand.alipay.wallet.Candidate;
import errand.alipay.wallet.DailyLimit;
import errand.alipay.wallet.Method;
import errand.alipay.wallet.PaymentLine;
import errand.alipay.wallet.QuoteTransfer;
import errand.alipay.wallet.TransferQuote;
import errand.runtime.sandbox.Ids;
import errand.runtime.sandbox.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

/** Settles who is meant and what it costs to send them money. */
final class TransferQuoting {

    private static final Set<String> ONESELF =
            Set.of("me", "myself", "self", "自己", "我", "我自己", "余额", "balance");
    private static final int LONGEST_NOTE = 200;

    private final Directory directory;
    private final Funds funds;
    private final Transferring transferring;
    private final TransferQuotes quotes;
    private final Rules rules;
    private final RandomGenerator random;

    TransferQuoting(
            Directory directory,
            Funds funds,
            Transferring transferring,
            TransferQuotes quotes,
            Rules rules,
            RandomGenerator random) {
        this.directory = directory;
        this.funds = funds;
        this.transferring = transferring;
        this.quotes = quotes;
        this.rules = rules;
        this.random = random;
    }

    Outcome<TransferQuote> quote(QuoteTransfer wish, Task task) {
        if (!Lines.payable(wish.amount())) {
            return Words.badAmount(
                    task, new PaymentLine("-", new Payee("-", wish.to()), wish.amount()));
        }
        return payee(wish.to(), task).then(to -> priced(to, wish, task));
    }

    private Outcome<Candidate> payee(String words, Task task) {
        if (ONESELF.contains(words.strip().toLowerCase(Locale.ROOT))) {
            return Outcome.done(
                    new Candidate(
                            task.user(), task.lang().startsWith("en") ? "own balance" : "我的余额"));
        }
        List<Directory.Entry> named = directory.named(words);
        if (named.size() == 1) {
            Candidate one = named.getFirst().shown();
            return one.account().equals(task.user())
                    ? TransferWording.sameAccount(task)
                    : Outcome.done(one);
        }
        return named.isEmpty()
                ? TransferWording.payeeUnknown(task, words, directory.candidates(words))
                : TransferWording.payeeAmbiguous(
                        task, words, named.stream().map(Directory.Entry::shown).toList());
    }

    private Outcome<TransferQuote> priced(Candidate to, QuoteTransfer wish, Task task) {
        boolean topUp = to.account().equals(task.user());
        Method method = method(wish, topUp, task);
        if (!Transferring.SENDS.test(method) || (topUp && method == Method.BALANCE)) {
            return TransferWording.methodNotAllowed(
                    task,
                    method,
                    funds.others(
                            method,
                            wish.amount(),
                            other ->
                                    Transferring.SENDS.test(other)
                                            && !(topUp && other == Method.BALANCE),
                            task));
        }
        DailyLimit today = transferring.today(task);
        if (!topUp && wish.amount().amount() > today.left().amount()) {
            return TransferWording.dailyLimit(task, today);
        }
        long fee = topUp ? 0 : rules.fee(today.sent().amount(), wish.amount().amount());
        Money charged = wish.amount().plus(Money.cny(fee));
        Optional<Outcome<TransferQuote>> no =
                funds.refusal(method, charged, Transferring.SENDS, task);
        return no.orElseGet(
                () -> Outcome.done(give(to, method, Money.cny(fee), today, wish, task)));
    }

    private Method method(QuoteTransfer wish, boolean topUp, Task task) {
        Method wished = wish.method();
        if (wished != null) {
            return wished;
        }
        return topUp ? Method.BANK_CARD : funds.preferred(task);
    }

    private TransferQuote give(
            Candidate to,
            Method method,
            Money fee,
            DailyLimit today,
            QuoteTransfer wish,
            Task task) {
        String note = wish.note() == null ? "" : wish.note().strip();
        String remark = note.length() > LONGEST_NOTE ? note.substring(0, LONGEST_NOTE) : note;
        Quote quote = quote(to, method, fee, remark, wish.amount(), task);
        quotes.add(
                new StoredTransferQuote(
                        quote, task.user(), to, method, wish.amount(), fee, remark));
        return new TransferQuote(quote, to, wish.amount(), fee, method, today.left());
    }

    private Quote quote(
            Candidate to, Method method, Money fee, String note, Money amount, Task task) {
        List<Quote.Line> lines = new ArrayList<>();
        lines.add(Quote.Line.of(Titles.transferLine(task), 1, amount));
        if (fee.amount() > 0) {
            lines.add(Quote.Line.of(Titles.feeLine(task), 1, fee));
        }
        return new Quote(
                Ids.quote(task.now(), random),
                new Payee("alipay:" + to.account(), to.name()),
                Titles.transferTitle(task, to.name(), amount),
                lines,
                amount.plus(fee),
                World.at(task.now().plus(rules.quoteFor())),
                Titles.transferIsFinal(task),
                Map.of("account", to.account(), "method", method.in(task.lang()), "note", note));
    }
}
