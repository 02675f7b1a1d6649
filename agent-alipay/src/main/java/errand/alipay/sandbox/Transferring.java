package errand.alipay.sandbox;

import errand.agent.Money;
import errand.agent.Outcome;
import errand.agent.Task;
import errand.alipay.wallet.DailyLimit;
import errand.alipay.wallet.Method;
import errand.alipay.wallet.MovementKind;
import errand.alipay.wallet.SendTransfer;
import errand.alipay.wallet.TransferSent;
import errand.runtime.sandbox.Ids;
import errand.runtime.sandbox.World;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Sends what was quoted: to whom, how much and from where all come from the quote. */
final class Transferring {

    /** Credit buys, it is not given away. */
    static final Predicate<Method> SENDS = method -> method != Method.HUABEI;

    private final Ledger ledger;
    private final Purses purses;
    private final Movements movements;
    private final Funds funds;
    private final TransferQuotes quotes;
    private final SentTransfers sent;
    private final Rules rules;

    Transferring(
            Ledger ledger,
            Purses purses,
            Movements movements,
            Funds funds,
            TransferQuotes quotes,
            SentTransfers sent,
            Rules rules) {
        this.ledger = ledger;
        this.purses = purses;
        this.movements = movements;
        this.funds = funds;
        this.quotes = quotes;
        this.sent = sent;
        this.rules = rules;
    }

    Outcome<TransferSent> send(SendTransfer wish, Task task) {
        StoredTransferQuote quote = quotes.find(wish.quoteId(), task.user()).orElse(null);
        if (quote == null) {
            return TransferWording.unknownQuote(task, wish.quoteId());
        }
        Optional<SentTransfers.Sent> before = sent.underKey(task.id());
        if (before.isPresent()) {
            return Outcome.done(shown(before.get(), quote, task));
        }
        if (!agreed(quote, task)) {
            return TransferWording.transferNotAgreed(task, quote.quote());
        }
        Instant until = quote.quote().validUntil().toInstant();
        return task.now().isBefore(until)
                ? locked(quote, task)
                : Wording.quoteExpired(task, wish.quoteId(), until);
    }

    private static boolean agreed(StoredTransferQuote quote, Task task) {
        var terms = task.terms();
        return terms != null
                && terms.item(quote.quote().quoteId())
                        .filter(item -> item.payee().id().equals(quote.quote().payee().id()))
                        .filter(item -> item.total().equals(quote.quote().total()))
                        .isPresent();
    }

    /** Nobody else spends of theirs or sends for them meanwhile. */
    private Outcome<TransferSent> locked(StoredTransferQuote quote, Task task) {
        purses.lock(List.of(quote.user(), quote.to().account()), task.now());
        SentTransfers.Sent already = sent.ofQuote(quote.quote().quoteId());
        if (already != null) {
            return already.id().equals(Ids.ofTask("T", task.id()))
                    ? Outcome.done(shown(already, quote, task))
                    : TransferWording.alreadySent(task, already.id());
        }
        DailyLimit today = today(task);
        if (!quote.isTopUp() && quote.amount().amount() > today.left().amount()) {
            return TransferWording.dailyLimit(task, today);
        }
        Optional<Outcome<TransferSent>> no =
                funds.refusal(quote.method(), quote.quote().total(), SENDS, task);
        return no.orElseGet(() -> Outcome.done(move(quote, today, task)));
    }

    /** What the person may still send to others today. */
    DailyLimit today(Task task) {
        long before = sent.sentToday(task.user(), task.now());
        return new DailyLimit(
                Money.cny(rules.transferPerDay()),
                Money.cny(before),
                Money.cny(Math.max(0, rules.transferPerDay() - before)));
    }

    private TransferSent move(StoredTransferQuote quote, DailyLimit today, Task task) {
        Money left = quote.isTopUp() ? today.left() : today.left().minus(quote.amount());
        SentTransfers.Sent done =
                new SentTransfers.Sent(
                        Ids.ofTask("T", task.id()), quote.quote().quoteId(), left, task.now());
        sent.add(done, quote, task.id());
        ledger.post(
                quote.isTopUp() ? "TOP_UP" : "TRANSFER",
                done.id(),
                task.id(),
                task.now(),
                List.of(
                        new Entry(
                                Purses.account(quote.user(), quote.method()),
                                -quote.quote().total().amount()),
                        new Entry(
                                Purses.account(quote.to().account(), Method.BALANCE),
                                quote.amount().amount()),
                        new Entry(Ledger.FEES, quote.fee().amount())));
        record(quote, done, task);
        return shown(done, quote, task);
    }

    private void record(StoredTransferQuote quote, SentTransfers.Sent done, Task task) {
        var mine = new Movements.Cause(quote.user(), task.planId(), task.now(), done.id());
        var theirs = new Movements.Cause(quote.to().account(), null, task.now(), done.id());
        long fen = quote.amount().amount();
        String to = quote.to().name();
        String id = quote.to().account();
        MovementKind out = quote.isTopUp() ? MovementKind.TOP_UP : MovementKind.TRANSFER_OUT;
        MovementKind in = quote.isTopUp() ? MovementKind.TOP_UP : MovementKind.TRANSFER_IN;
        String note = quote.note().isEmpty() ? quote.quote().title() : quote.note();
        movements.add(mine, move(out, note, quote.method(), -fen, id, to, quote));
        movements.add(
                mine,
                move(
                        MovementKind.FEE,
                        "手续费",
                        quote.method(),
                        -quote.fee().amount(),
                        Ledger.FEES,
                        "支付宝",
                        quote));
        movements.add(
                theirs, move(in, note, Method.BALANCE, fen, quote.user(), quote.user(), quote));
    }

    private static Movements.Move move(
            MovementKind kind,
            String title,
            Method method,
            long fen,
            String otherId,
            String other,
            StoredTransferQuote quote) {
        return new Movements.Move(
                kind, title, method, fen, otherId, other, quote.quote().quoteId(), null);
    }

    private static TransferSent shown(
            SentTransfers.Sent done, StoredTransferQuote quote, Task task) {
        return new TransferSent(
                done.id(),
                Titles.sent(task, quote),
                quote.quote().quoteId(),
                quote.to(),
                quote.amount(),
                quote.fee(),
                quote.quote().total(),
                quote.method(),
                done.leftToday(),
                World.at(done.at()));
    }
}
