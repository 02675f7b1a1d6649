package errand.alipay.sandbox;

import errand.agent.Money;
import errand.agent.Outcome;
import errand.agent.Task;
import errand.alipay.sandbox.Authorisation.State;
import errand.alipay.wallet.Capture;
import errand.alipay.wallet.Captured;
import errand.alipay.wallet.PaymentLine;
import errand.alipay.wallet.Refund;
import errand.alipay.wallet.Refunded;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Pays merchants out of what is reserved, and gives it back. */
final class Capturing {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final Ledger ledger;
    private final Authorisations authorisations;
    private final Payments payments;

    Capturing(Ledger ledger, Authorisations authorisations, Payments payments) {
        this.ledger = ledger;
        this.authorisations = authorisations;
        this.payments = payments;
    }

    Outcome<Captured> capture(Capture wish, Task task) {
        Authorisation authorisation =
                authorisations.lock(wish.authorisationId(), task.user()).orElse(null);
        if (authorisation == null) {
            return Wording.unknownAuthorisation(task, wish.authorisationId());
        }
        Optional<Payment> before = payments.underKey(task.id());
        if (before.isPresent()) {
            return Outcome.done(captured(before.get()));
        }
        Optional<Outcome<Captured>> wrong = wrong(authorisation, wish.quoteIds(), task);
        return wrong.orElseGet(() -> pay(authorisation, wish.quoteIds(), task));
    }

    private Outcome<Captured> pay(Authorisation authorisation, List<String> quotes, Task task) {
        List<PaymentLine> lines = chosen(authorisation, quotes);
        Money paid = Authorisation.sum(lines);
        List<Entry> entries = new ArrayList<>();
        entries.add(new Entry(authorisation.account(), -authorisation.total().amount()));
        lines.forEach(line -> entries.add(new Entry(merchant(line), line.amount().amount())));
        long rest = authorisation.total().minus(paid).amount();
        entries.add(new Entry(Purses.account(task.user()), rest));
        ledger.post("CAPTURE", authorisation.id(), task.id(), task.now(), entries);
        authorisations.end(authorisation, State.CAPTURED, quotes);
        Payment payment =
                new Payment(Ids.ofTask("C", task.id()), authorisation.id(), paid, task.now(), null);
        payments.add(payment, task.id(), task.user());
        return Outcome.done(captured(payment));
    }

    Outcome<Refunded> refund(Refund wish, Task task) {
        Payment payment = payments.lock(wish.captureId(), task.user()).orElse(null);
        if (payment == null) {
            return Wording.unknownCapture(task, wish.captureId());
        }
        Instant before = payment.refundedAt();
        if (before == null) {
            giveBack(payment, task);
        }
        Instant at = before == null ? task.now() : before;
        return Outcome.done(new Refunded(payment.captureId(), payment.total(), time(at)));
    }

    private void giveBack(Payment payment, Task task) {
        List<Entry> entries = new ArrayList<>();
        authorisations
                .paidLines(payment.authorisationId())
                .forEach(line -> entries.add(new Entry(merchant(line), -line.amount().amount())));
        entries.add(new Entry(Purses.account(task.user()), payment.total().amount()));
        ledger.post("REFUND", payment.captureId(), task.id(), task.now(), entries);
        authorisations.refunded(payment.authorisationId());
        payments.refunded(payment.captureId(), task.now());
    }

    private static Optional<Outcome<Captured>> wrong(
            Authorisation authorisation, List<String> quotes, Task task) {
        if (authorisation.state() != State.OPEN) {
            return Optional.of(Wording.closed(task, authorisation));
        }
        if (quotes.isEmpty()) {
            return Optional.of(Wording.nothingToPay(task));
        }
        List<String> held = authorisation.lines().stream().map(PaymentLine::quoteId).toList();
        List<String> missing = quotes.stream().filter(quote -> !held.contains(quote)).toList();
        if (!missing.isEmpty()) {
            return Optional.of(Wording.notAuthorised(task, missing, held));
        }
        return Agreement.breach(chosen(authorisation, quotes), task.terms())
                .map(line -> Wording.notAgreed(task, line));
    }

    private static List<PaymentLine> chosen(Authorisation authorisation, List<String> quotes) {
        return authorisation.lines().stream()
                .filter(line -> quotes.contains(line.quoteId()))
                .toList();
    }

    /** The merchant's account; opened when it is first paid. */
    private String merchant(PaymentLine line) {
        String account = "merchant:" + line.payee().id();
        ledger.open(account, "MERCHANT", line.payee().name());
        return account;
    }

    private Captured captured(Payment payment) {
        Authorisation authorisation = authorisations.get(payment.authorisationId());
        return new Captured(
                payment.captureId(),
                payment.authorisationId(),
                payment.total(),
                authorisation.total().minus(payment.total()),
                authorisations.paidLines(payment.authorisationId()),
                time(payment.capturedAt()));
    }

    private static OffsetDateTime time(Instant at) {
        return at.atZone(ZONE).toOffsetDateTime();
    }
}
