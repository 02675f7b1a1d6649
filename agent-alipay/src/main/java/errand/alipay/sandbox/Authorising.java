package errand.alipay.sandbox;

import errand.agent.Money;
import errand.agent.Outcome;
import errand.agent.Task;
import errand.alipay.rules.Lines;
import errand.alipay.sandbox.Authorisation.State;
import errand.alipay.wallet.Authorise;
import errand.alipay.wallet.Authorised;
import errand.alipay.wallet.PaymentLine;
import errand.alipay.wallet.VoidPayment;
import errand.alipay.wallet.Voided;
import errand.runtime.sandbox.Ids;
import errand.runtime.sandbox.World;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reserves money for quotes, and gives up what was reserved. What is locked, is locked in one
 * order: the authorisation, the person's wallet, all else.
 */
final class Authorising {

    private final Ledger ledger;
    private final Purses purses;
    private final Authorisations authorisations;
    private final Choosing choosing;
    private final RedPacketRows packets;

    Authorising(
            Ledger ledger,
            Purses purses,
            Authorisations authorisations,
            Choosing choosing,
            RedPacketRows packets) {
        this.ledger = ledger;
        this.purses = purses;
        this.authorisations = authorisations;
        this.choosing = choosing;
        this.packets = packets;
    }

    Outcome<Authorised> authorise(Authorise wish, Task task) {
        Optional<Authorisation> before = authorisations.underKey(task.id());
        if (before.isPresent()) {
            return Outcome.done(authorised(before.get(), task));
        }
        Optional<Outcome<Authorised>> wrong = Lines.wrongOrNotAgreed(wish.lines(), task);
        return wrong.orElseGet(() -> locked(wish, task));
    }

    private Outcome<Authorised> locked(Authorise wish, Task task) {
        purses.lock(List.of(task.user()), task.now());
        // After the lock: two tasks of one person cannot both find a quote unpaid.
        Optional<PaymentLine> taken =
                wish.lines().stream().filter(authorisations::isTaken).findFirst();
        if (taken.isPresent()) {
            return Wording.alreadyPaid(task, taken.get());
        }
        return choosing.choose(wish, task)
                .then(
                        choice -> {
                            Optional<Outcome<Authorised>> no = choosing.refusal(choice, task);
                            return no.orElseGet(() -> reserve(choice, task));
                        });
    }

    private Outcome<Authorised> reserve(Choice choice, Task task) {
        Authorisation authorisation =
                new Authorisation(
                        Ids.ofTask("A", task.id()),
                        task.user(),
                        State.OPEN,
                        choice.method(),
                        choice.packetId(),
                        task.now(),
                        choice.shares());
        StoredRedPacket packet = choice.packet();
        if (packet != null && !packets.take(packet.id(), authorisation.id())) {
            return Wording.redPacketUnusable(
                    task,
                    packet.id(),
                    packet,
                    packets.fitting(task.user(), choice.lines(), task.now()));
        }
        authorisations.add(authorisation, task.id(), task.planId());
        ledger.open(authorisation.account(), "HELD", task.user(), task.user(), 0);
        ledger.post(
                "AUTHORISE",
                authorisation.id(),
                task.id(),
                task.now(),
                List.of(
                        new Entry(authorisation.from(), -authorisation.charged()),
                        new Entry(Ledger.MARKETING, -authorisation.discount()),
                        new Entry(authorisation.account(), authorisation.total().amount())));
        return Outcome.done(authorised(authorisation, task));
    }

    Outcome<Voided> release(VoidPayment wish, Task task) {
        Authorisation authorisation =
                authorisations.lock(wish.authorisationId(), task.user()).orElse(null);
        if (authorisation == null) {
            return Wording.unknownAuthorisation(task, wish.authorisationId());
        }
        if (authorisation.state() == State.OPEN) {
            giveUp(authorisation, task);
        }
        Money released = Money.cny(ledger.movedBy(task.id()));
        return Outcome.done(
                new Voided(
                        authorisation.id(),
                        released,
                        Titles.voided(task, released),
                        World.at(task.now())));
    }

    private void giveUp(Authorisation authorisation, Task task) {
        purses.lock(List.of(task.user()), task.now());
        authorisations.end(authorisation, State.VOIDED, List.of(), Map.of());
        packets.giveBack(authorisation.id());
        ledger.post(
                "RELEASE",
                authorisation.id(),
                task.id(),
                task.now(),
                List.of(
                        new Entry(authorisation.account(), -authorisation.total().amount()),
                        new Entry(authorisation.from(), authorisation.charged()),
                        new Entry(Ledger.MARKETING, authorisation.discount())));
    }

    private static Authorised authorised(Authorisation authorisation, Task task) {
        return new Authorised(
                authorisation.id(),
                authorisation.total(),
                authorisation.lines(),
                Titles.reserved(task, authorisation),
                authorisation.method(),
                Money.cny(authorisation.charged()),
                Money.cny(authorisation.discount()),
                authorisation.redPacketId(),
                World.at(authorisation.at()));
    }
}
