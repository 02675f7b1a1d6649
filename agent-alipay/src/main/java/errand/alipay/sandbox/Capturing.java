package errand.alipay.sandbox;

import errand.agent.Money;
import errand.agent.Outcome;
import errand.agent.Task;
import errand.alipay.rules.Agreement;
import errand.alipay.rules.Lines;
import errand.alipay.rules.Words;
import errand.alipay.sandbox.Authorisation.State;
import errand.alipay.wallet.Capture;
import errand.alipay.wallet.Captured;
import errand.alipay.wallet.MovementKind;
import errand.alipay.wallet.PaymentLine;
import errand.runtime.sandbox.Ids;
import errand.runtime.sandbox.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Pays merchants out of what is reserved. */
final class Capturing {

    private final Ledger ledger;
    private final Purses purses;
    private final Movements movements;
    private final Authorisations authorisations;
    private final Payments payments;

    Capturing(
            Ledger ledger,
            Purses purses,
            Movements movements,
            Authorisations authorisations,
            Payments payments) {
        this.ledger = ledger;
        this.purses = purses;
        this.movements = movements;
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
            return Outcome.done(captured(before.get(), task));
        }
        Optional<Outcome<Captured>> wrong = wrong(authorisation, wish.quoteIds(), task);
        return wrong.orElseGet(() -> pay(authorisation, wish, task));
    }

    private Outcome<Captured> pay(Authorisation authorisation, Capture wish, Task task) {
        purses.lock(List.of(task.user()), task.now());
        List<Share> shares = chosen(authorisation, wish.quoteIds());
        Map<String, String> orders = orders(wish);
        Payment payment =
                new Payment(
                        Ids.ofTask("C", task.id()),
                        authorisation.id(),
                        sum(shares),
                        Money.cny(0),
                        task.now());
        ledger.post(
                "CAPTURE",
                authorisation.id(),
                task.id(),
                task.now(),
                entries(authorisation, shares, payment.total().amount()));
        authorisations.end(authorisation, State.CAPTURED, wish.quoteIds(), orders);
        payments.add(payment, task.id(), task.user());
        var cause =
                new Movements.Cause(task.user(), task.planId(), task.now(), payment.captureId());
        shares.forEach(share -> movements.add(cause, paid(authorisation, share, orders)));
        return Outcome.done(captured(payment, task));
    }

    /** Merchants get what was agreed; the rest goes back to where each part of it came from. */
    private List<Entry> entries(Authorisation authorisation, List<Share> shares, long paid) {
        long charged = Authorisation.charged(shares);
        List<Entry> entries = new ArrayList<>();
        entries.add(new Entry(authorisation.account(), -authorisation.total().amount()));
        for (Share share : shares) {
            var payee = share.line().payee();
            entries.add(new Entry(ledger.merchant(payee.id(), payee.name()), share.amount()));
        }
        entries.add(new Entry(authorisation.from(), authorisation.charged() - charged));
        entries.add(new Entry(Ledger.MARKETING, authorisation.discount() - (paid - charged)));
        return entries;
    }

    private static Movements.Move paid(
            Authorisation authorisation, Share share, Map<String, String> orders) {
        PaymentLine line = share.line();
        return new Movements.Move(
                MovementKind.PAYMENT,
                line.payee().name(),
                authorisation.method(),
                -share.charged(),
                line.payee().id(),
                line.payee().name(),
                line.quoteId(),
                orders.get(line.quoteId()));
    }

    private static Map<String, String> orders(Capture wish) {
        List<Capture.OrderOf> orders = wish.orders();
        return orders == null
                ? Map.of()
                : orders.stream()
                        .filter(order -> wish.quoteIds().contains(order.quoteId()))
                        .collect(
                                Collectors.toMap(
                                        Capture.OrderOf::quoteId,
                                        Capture.OrderOf::orderId,
                                        (first, again) -> first));
    }

    private static Optional<Outcome<Captured>> wrong(
            Authorisation authorisation, List<String> quotes, Task task) {
        if (authorisation.state() != State.OPEN) {
            return Optional.of(Wording.closed(task, authorisation));
        }
        if (quotes.isEmpty()) {
            return Optional.of(Words.nothingToPay(task));
        }
        List<String> held = authorisation.lines().stream().map(PaymentLine::quoteId).toList();
        List<String> missing = quotes.stream().filter(quote -> !held.contains(quote)).toList();
        if (!missing.isEmpty()) {
            return Optional.of(Wording.notAuthorised(task, missing, held));
        }
        List<PaymentLine> lines = chosen(authorisation, quotes).stream().map(Share::line).toList();
        return Agreement.breach(lines, task.terms()).map(line -> Words.notAgreed(task, line));
    }

    private static List<Share> chosen(Authorisation authorisation, List<String> quotes) {
        return authorisation.shares().stream()
                .filter(share -> quotes.contains(share.line().quoteId()))
                .toList();
    }

    private static Money sum(List<Share> shares) {
        return Lines.sum(shares.stream().map(Share::line).toList());
    }

    private Captured captured(Payment payment, Task task) {
        Authorisation authorisation = authorisations.get(payment.authorisationId());
        List<Share> paid = authorisations.paid(payment.authorisationId());
        return new Captured(
                payment.captureId(),
                payment.authorisationId(),
                payment.total(),
                authorisation.total().minus(payment.total()),
                paid.stream().map(Share::line).toList(),
                World.at(payment.capturedAt()),
                Titles.paid(task, paid, payment.total()),
                authorisation.method(),
                Money.cny(Authorisation.charged(paid)));
    }
}
