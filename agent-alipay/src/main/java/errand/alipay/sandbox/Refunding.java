package errand.alipay.sandbox;

import errand.agent.Money;
import errand.agent.Outcome;
import errand.agent.Task;
import errand.alipay.rules.RefundParts;
import errand.alipay.rules.Words;
import errand.alipay.wallet.MovementKind;
import errand.alipay.wallet.PaymentLine;
import errand.alipay.wallet.Refund;
import errand.alipay.wallet.Refunded;
import errand.runtime.sandbox.Ids;
import errand.runtime.sandbox.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Gives paid money back to where it came from: to the method it was paid with, and to the red
 * packet its share. A red packet may be used again when nothing of its payment stands.
 */
final class Refunding {

    private final Ledger ledger;
    private final Purses purses;
    private final Movements movements;
    private final Authorisations authorisations;
    private final Payments payments;
    private final Refunds refunds;
    private final RedPacketRows packets;

    Refunding(
            Ledger ledger,
            Purses purses,
            Movements movements,
            Authorisations authorisations,
            Payments payments,
            Refunds refunds,
            RedPacketRows packets) {
        this.ledger = ledger;
        this.purses = purses;
        this.movements = movements;
        this.authorisations = authorisations;
        this.payments = payments;
        this.refunds = refunds;
        this.packets = packets;
    }

    /** So much of one paid line. */
    private record Taking(Share share, long fen) {

        StoredRefund.Part part() {
            return new StoredRefund.Part(share.line().quoteId(), fen, share.chargedOf(fen));
        }
    }

    Outcome<Refunded> refund(Refund wish, Task task) {
        Payment payment = payments.lock(wish.captureId(), task.user()).orElse(null);
        if (payment == null) {
            return Words.unknownCapture(task, wish.captureId());
        }
        Optional<StoredRefund> before = refunds.underKey(task.id());
        if (before.isPresent()) {
            return Outcome.done(refunded(before.get(), task));
        }
        boolean allOfNothing =
                wish.part() == null && wish.forQuote() == null && payment.left().amount() == 0;
        if (allOfNothing) {
            return Outcome.done(refunded(refunds.last(payment.captureId()).orElseThrow(), task));
        }
        return takings(payment, wish, task)
                .then(takings -> giveBack(payment, takings, task))
                .map(refund -> refunded(refund, task));
    }

    /** Of which lines how much. */
    private Outcome<List<Taking>> takings(Payment payment, Refund wish, Task task) {
        List<Share> shares = authorisations.paid(payment.authorisationId());
        List<PaymentLine> left = shares.stream().map(Share::leftLine).toList();
        return RefundParts.of(left, wish, task)
                .map(parts -> parts.stream().map(part -> taking(part, shares)).toList());
    }

    private static Taking taking(RefundParts.Part part, List<Share> shares) {
        return shares.stream()
                .filter(share -> share.line().quoteId().equals(part.quoteId()))
                .map(share -> new Taking(share, part.amount().amount()))
                .findFirst()
                .orElseThrow();
    }

    private Outcome<StoredRefund> giveBack(Payment payment, List<Taking> takings, Task task) {
        purses.lock(List.of(task.user()), task.now());
        List<StoredRefund.Part> parts = takings.stream().map(Taking::part).toList();
        Money total = Money.cny(takings.stream().mapToLong(Taking::fen).sum());
        StoredRefund refund =
                new StoredRefund(
                        Ids.ofTask("F", task.id()),
                        payment.captureId(),
                        task.now(),
                        parts,
                        payment.left().minus(total));
        Authorisation paid = authorisations.get(payment.authorisationId());
        ledger.post("REFUND", payment.captureId(), task.id(), task.now(), entries(paid, takings));
        parts.forEach(
                part ->
                        authorisations.refund(
                                paid.id(), part.quoteId(), part.amount(), part.charged()));
        payments.refund(payment.captureId(), total, task.now());
        refunds.add(refund, task.id(), task.user());
        if (refund.left().amount() == 0) {
            packets.giveBack(paid.id());
        }
        var cause = new Movements.Cause(task.user(), task.planId(), task.now(), refund.id());
        takings.forEach(taking -> movements.add(cause, back(paid, taking)));
        return Outcome.done(refund);
    }

    private List<Entry> entries(Authorisation paid, List<Taking> takings) {
        List<Entry> entries = new ArrayList<>();
        long charged = 0;
        long total = 0;
        for (Taking taking : takings) {
            var payee = taking.share().line().payee();
            entries.add(new Entry(ledger.merchant(payee.id(), payee.name()), -taking.fen()));
            charged += taking.part().charged();
            total += taking.fen();
        }
        entries.add(new Entry(paid.from(), charged));
        entries.add(new Entry(Ledger.MARKETING, total - charged));
        return entries;
    }

    private static Movements.Move back(Authorisation paid, Taking taking) {
        PaymentLine line = taking.share().line();
        return new Movements.Move(
                MovementKind.REFUND,
                line.payee().name(),
                paid.method(),
                taking.part().charged(),
                line.payee().id(),
                line.payee().name(),
                line.quoteId(),
                null);
    }

    private static Refunded refunded(StoredRefund refund, Task task) {
        return new Refunded(
                refund.captureId(),
                refund.total(),
                World.at(refund.at()),
                refund.id(),
                Titles.refunded(task, refund),
                refund.charged(),
                refund.left());
    }
}
