package errand.alipay.sandbox;

import errand.agent.Money;
import errand.agent.Outcome;
import errand.agent.Task;
import errand.alipay.sandbox.Authorisation.State;
import errand.alipay.wallet.Authorise;
import errand.alipay.wallet.Authorised;
import errand.alipay.wallet.PaymentLine;
import errand.alipay.wallet.VoidPayment;
import errand.alipay.wallet.Voided;
import java.util.List;
import java.util.Optional;

/** Reserves money for quotes, and gives up what was reserved. */
final class Authorising {

    private final Ledger ledger;
    private final Purses purses;
    private final Authorisations authorisations;

    Authorising(Ledger ledger, Purses purses, Authorisations authorisations) {
        this.ledger = ledger;
        this.purses = purses;
        this.authorisations = authorisations;
    }

    Outcome<Authorised> authorise(Authorise wish, Task task) {
        Optional<Authorisation> before = authorisations.underKey(task.id());
        if (before.isPresent()) {
            return Outcome.done(authorised(before.get()));
        }
        Optional<Outcome<Authorised>> wrong = wrong(wish.lines(), task);
        return wrong.orElseGet(() -> reserve(wish.lines(), task));
    }

    private Outcome<Authorised> reserve(List<PaymentLine> lines, Task task) {
        long balance = purses.lock(task.user(), task.now());
        // After the lock: two tasks of one person cannot both find a quote unpaid.
        Optional<PaymentLine> taken = lines.stream().filter(authorisations::isTaken).findFirst();
        if (taken.isPresent()) {
            return Wording.alreadyPaid(task, taken.get());
        }
        Money total = Authorisation.sum(lines);
        if (total.amount() > balance) {
            return Wording.balanceTooLow(task, Money.cny(balance), total);
        }
        Authorisation authorisation =
                new Authorisation(Ids.ofTask("A", task.id()), task.user(), State.OPEN, lines);
        authorisations.add(authorisation, task.id(), task.now());
        ledger.open(authorisation.account(), "HELD", task.user());
        ledger.post(
                "AUTHORISE",
                authorisation.id(),
                task.id(),
                task.now(),
                List.of(
                        new Entry(Purses.account(task.user()), -total.amount()),
                        new Entry(authorisation.account(), total.amount())));
        return Outcome.done(authorised(authorisation));
    }

    Outcome<Voided> release(VoidPayment wish, Task task) {
        Authorisation authorisation =
                authorisations.lock(wish.authorisationId(), task.user()).orElse(null);
        if (authorisation == null) {
            return Wording.unknownAuthorisation(task, wish.authorisationId());
        }
        if (authorisation.state() == State.OPEN) {
            long total = authorisation.total().amount();
            authorisations.end(authorisation, State.VOIDED, List.of());
            ledger.post(
                    "RELEASE",
                    authorisation.id(),
                    task.id(),
                    task.now(),
                    List.of(
                            new Entry(authorisation.account(), -total),
                            new Entry(Purses.account(task.user()), total)));
        }
        Money released = Money.cny(ledger.movedBy(task.id()));
        return Outcome.done(new Voided(authorisation.id(), released));
    }

    private static Optional<Outcome<Authorised>> wrong(List<PaymentLine> lines, Task task) {
        if (lines.isEmpty()) {
            return Optional.of(Wording.nothingToPay(task));
        }
        if (lines.stream().map(PaymentLine::quoteId).distinct().count() < lines.size()) {
            return Optional.of(Wording.duplicateLine(task));
        }
        Optional<PaymentLine> unpayable =
                lines.stream()
                        .filter(
                                line ->
                                        line.amount().amount() <= 0
                                                || !line.amount().currency().equals("CNY"))
                        .findFirst();
        return unpayable
                .map(line -> Wording.<Authorised>badAmount(task, line))
                .or(
                        () ->
                                Agreement.breach(lines, task.terms())
                                        .map(line -> Wording.notAgreed(task, line)));
    }

    private static Authorised authorised(Authorisation authorisation) {
        return new Authorised(authorisation.id(), authorisation.total(), authorisation.lines());
    }
}
