package errand.alipay.sandbox;

import errand.agent.Outcome;
import errand.agent.Task;
import errand.alipay.rules.Lines;
import errand.alipay.wallet.Authorise;
import errand.alipay.wallet.Method;
import errand.alipay.wallet.PaymentLine;
import errand.alipay.wallet.PaymentQuote;
import errand.alipay.wallet.QuotePayment;
import errand.runtime.sandbox.Ids;
import errand.runtime.sandbox.World;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Settles with what lines are paid: method and red packet, as wished, quoted or usual. */
final class Choosing {

    private static final Predicate<Method> ANY = method -> true;

    private final Funds funds;
    private final RedPacketRows packets;
    private final PaymentQuotes quotes;
    private final TransferQuotes transfers;
    private final Rules rules;
    private final RandomGenerator random;

    Choosing(
            Funds funds,
            RedPacketRows packets,
            PaymentQuotes quotes,
            TransferQuotes transfers,
            Rules rules,
            RandomGenerator random) {
        this.funds = funds;
        this.packets = packets;
        this.quotes = quotes;
        this.transfers = transfers;
        this.rules = rules;
        this.random = random;
    }

    Outcome<PaymentQuote> quote(QuotePayment wish, Task task) {
        Optional<Outcome<PaymentQuote>> wrong = Lines.wrong(wish.lines(), task);
        return wrong.orElseGet(() -> choice(wish, task).then(choice -> quoted(choice, task)));
    }

    /** As the wish says, or its payment quote; not yet whether the method can pay it. */
    Outcome<Choice> choose(Authorise wish, Task task) {
        String quoteId = wish.paymentQuoteId();
        if (isTransfer(wish.lines(), task)) {
            return Wording.useTransferSend(task);
        }
        return quoteId == null
                ? chosen(wish.method(), wish.redPacketId(), wish.lines(), task)
                : asQuoted(quoteId, wish, task);
    }

    /** Why the method cannot pay it now; empty when it can. */
    <O> Optional<Outcome<O>> refusal(Choice choice, Task task) {
        return funds.refusal(choice.method(), choice.charged(), ANY, task);
    }

    private Outcome<Choice> asQuoted(String quoteId, Authorise wish, Task task) {
        StoredPaymentQuote quote = quotes.find(quoteId, task.user()).orElse(null);
        if (quote == null) {
            return Wording.unknownPaymentQuote(task, quoteId);
        }
        boolean same =
                quote.isFor(wish.lines())
                        && (wish.method() == null || wish.method() == quote.method())
                        && (wish.redPacketId() == null
                                || wish.redPacketId().equals(quote.redPacketId()));
        if (!same) {
            return Wording.paymentQuoteDiffers(task, quoteId);
        }
        if (!task.now().isBefore(quote.validUntil())) {
            return Wording.quoteExpired(task, quoteId, quote.validUntil());
        }
        return chosen(quote.method(), quote.redPacketId(), wish.lines(), task);
    }

    private Outcome<Choice> choice(QuotePayment wish, Task task) {
        if (isTransfer(wish.lines(), task)) {
            Method method =
                    transfers
                            .find(wish.lines().getFirst().quoteId(), task.user())
                            .map(StoredTransferQuote::method)
                            .orElseGet(() -> funds.preferred(task));
            return Outcome.done(new Choice(method, null, wish.lines()));
        }
        boolean none = Boolean.FALSE.equals(wish.useRedPacket());
        if (none || wish.redPacketId() != null) {
            return chosen(wish.method(), none ? null : wish.redPacketId(), wish.lines(), task);
        }
        packets.greet(task.user(), task.now());
        String best =
                packets.fitting(task.user(), wish.lines(), task.now()).stream()
                        .findFirst()
                        .map(StoredRedPacket::id)
                        .orElse(null);
        return chosen(wish.method(), best, wish.lines(), task);
    }

    private Outcome<Choice> chosen(
            @Nullable Method wished,
            @Nullable String packetId,
            List<PaymentLine> lines,
            Task task) {
        Method method = wished == null ? funds.preferred(task) : wished;
        if (packetId == null) {
            return Outcome.done(new Choice(method, null, lines));
        }
        packets.greet(task.user(), task.now());
        StoredRedPacket packet = packets.find(packetId, task.user()).orElse(null);
        if (packet == null || !packet.usable(task.now()) || !packet.fits(lines)) {
            return Wording.redPacketUnusable(
                    task, packetId, packet, packets.fitting(task.user(), lines, task.now()));
        }
        return Outcome.done(new Choice(method, packet, lines));
    }

    /** Whether it is about sending money to a person, which has no red packets. */
    private boolean isTransfer(List<PaymentLine> lines, Task task) {
        return lines.stream()
                .anyMatch(line -> transfers.find(line.quoteId(), task.user()).isPresent());
    }

    private Outcome<PaymentQuote> quoted(Choice choice, Task task) {
        Optional<Outcome<PaymentQuote>> no = refusal(choice, task);
        return no.orElseGet(() -> Outcome.done(give(choice, task)));
    }

    private PaymentQuote give(Choice choice, Task task) {
        String id = "p" + Ids.quote(task.now(), random);
        Instant until = task.now().plus(rules.quoteFor());
        StoredRedPacket packet = choice.packet();
        if (packet != null && packet.expiresAt().isBefore(until)) {
            until = packet.expiresAt();
        }
        quotes.add(
                new StoredPaymentQuote(
                        id,
                        task.user(),
                        choice.method(),
                        choice.packetId(),
                        choice.lines(),
                        until));
        return new PaymentQuote(
                id,
                Titles.toBePaid(task, choice),
                choice.lines(),
                choice.total(),
                packet == null ? null : packet.shown(task.now()),
                choice.discount(),
                choice.charged(),
                choice.method(),
                choice.method().in(task.lang()),
                funds.others(choice.method(), choice.charged(), ANY, task),
                World.at(until));
    }
}
