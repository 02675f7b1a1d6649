package errand.alipay.sandbox;

import static errand.testkit.Outcomes.done;
import static errand.testkit.Outcomes.refused;

import errand.agent.Money;
import errand.agent.Outcome;
import errand.agent.Payee;
import errand.agent.Quote;
import errand.agent.Task;
import errand.agent.Terms;
import errand.alipay.rules.Lines;
import errand.alipay.wallet.Authorise;
import errand.alipay.wallet.Authorised;
import errand.alipay.wallet.Capture;
import errand.alipay.wallet.Captured;
import errand.alipay.wallet.Method;
import errand.alipay.wallet.PaymentLine;
import errand.alipay.wallet.QuoteTransfer;
import errand.alipay.wallet.ReadBalance;
import errand.alipay.wallet.Refund;
import errand.alipay.wallet.Refunded;
import errand.alipay.wallet.SendTransfer;
import errand.alipay.wallet.TransferQuote;
import errand.alipay.wallet.TransferSent;
import errand.alipay.wallet.VoidPayment;
import errand.alipay.wallet.Voided;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Somebody of the sandbox who agrees to what they are shown. */
final class Person {

    static final Instant NOW = Instant.parse("2026-11-23T03:00:00Z");
    static final Payee RAIL = new Payee("fliggy:rail", "飞猪火车票");
    static final Payee HOTEL = new Payee("fliggy:hotel", "飞猪酒店");

    final String user;
    private final Sandbox sandbox;
    Instant now = NOW;

    Person(Sandbox sandbox, String user) {
        this.sandbox = sandbox;
        this.user = user;
    }

    static Person somebody(Sandbox sandbox) {
        return new Person(sandbox, "u-" + UUID.randomUUID());
    }

    static PaymentLine line(Payee payee, long fen) {
        return new PaymentLine("q_" + UUID.randomUUID(), payee, Money.cny(fen));
    }

    Outcome<Authorised> authorise(Authorise wish) {
        return sandbox.wallet().authorise(wish, task(wish.lines()));
    }

    Outcome<Authorised> authorise(PaymentLine... lines) {
        return authorise(new Authorise(List.of(lines)));
    }

    Outcome<Authorised> authorise(Method method, PaymentLine... lines) {
        return authorise(new Authorise(List.of(lines), method, null, null));
    }

    Outcome<Captured> capture(Authorised authorised, PaymentLine... lines) {
        List<PaymentLine> some = List.of(lines);
        List<String> quotes = some.stream().map(PaymentLine::quoteId).toList();
        return sandbox.wallet()
                .capture(new Capture(authorised.authorisationId(), quotes), task(some));
    }

    /** Authorises and captures all of it. */
    Captured pay(Authorise wish) {
        Authorised authorised = done(authorise(wish));
        return done(capture(authorised, wish.lines().toArray(PaymentLine[]::new)));
    }

    Captured pay(PaymentLine... lines) {
        return pay(new Authorise(List.of(lines)));
    }

    Outcome<Voided> release(Authorised authorised) {
        return sandbox.wallet().release(new VoidPayment(authorised.authorisationId()), task());
    }

    Outcome<Refunded> refund(Captured captured, @Nullable Long part, @Nullable String quote) {
        Money money = part == null ? null : Money.cny(part);
        return sandbox.trades()
                .refund(new Refund(captured.captureId(), money, quote, null), task());
    }

    Outcome<TransferQuote> quoteTransfer(String to, long fen, @Nullable Method method) {
        return sandbox.transfers()
                .quote(new QuoteTransfer(to, Money.cny(fen), method, null), task());
    }

    Outcome<TransferSent> send(Quote quote) {
        return send(quote, agreeing(quote));
    }

    Outcome<TransferSent> send(Quote quote, Task task) {
        return sandbox.transfers().send(new SendTransfer(quote.quoteId()), task);
    }

    long balance() {
        return done(sandbox.wallet().balance(new ReadBalance(), task())).balance().amount();
    }

    Task task() {
        return task((Terms) null);
    }

    Task agreeing(Quote... quotes) {
        return task(
                Arrays.stream(quotes)
                        .map(q -> new PaymentLine(q.quoteId(), q.payee(), q.total()))
                        .toList());
    }

    /** Under terms that show exactly these lines. */
    Task task(List<PaymentLine> shown) {
        List<Terms.Item> items =
                shown.stream()
                        .map(l -> new Terms.Item(l.quoteId(), l.payee(), l.amount()))
                        .toList();
        return task(new Terms("k_1", "sha256:00", "p_1", Lines.sum(shown), items));
    }

    private Task task(@Nullable Terms terms) {
        return new Task(
                "p_1/" + UUID.randomUUID() + "/do/1",
                "p_1",
                user,
                "zh",
                now,
                now.plus(Duration.ofSeconds(30)),
                1,
                terms);
    }

    /** The details of a refusal. */
    static <T> T details(Outcome<?> outcome, Class<T> type) {
        return type.cast(Objects.requireNonNull(refused(outcome).details()));
    }
}
