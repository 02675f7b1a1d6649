package errand.alipay.sandbox;

import errand.alipay.Together;
import errand.alipay.sandbox.Rules.Limits;
import errand.alipay.wallet.Method;
import errand.runtime.sandbox.Ids;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Changes what people of the sandbox have and may do, as somebody who tries things wants it. */
final class SandboxPeople {

    private final Together together;
    private final Purses purses;
    private final MethodRules rules;
    private final RedPacketRows packets;

    SandboxPeople(Together together, Purses purses, MethodRules rules, RedPacketRows packets) {
        this.together = together;
        this.purses = purses;
        this.rules = rules;
        this.packets = packets;
    }

    /**
     * What changes of one method; null stays. Amounts in fen.
     *
     * @param balance what can be spent from now on; not for credit
     * @param limit of credit alone
     */
    record MethodChange(
            @Nullable Long balance,
            @Nullable Long limit,
            @Nullable Boolean enabled,
            @Nullable Long perPayment,
            @Nullable Long perDay) {}

    /** A red packet to give; amounts in fen, expiry as an instant. */
    record Gift(
            @Nullable String title,
            long amount,
            @Nullable Long minimumSpend,
            @Nullable String payees,
            Instant expiresAt) {}

    /** What a person's wallet holds now, in fen. */
    record Now(
            String user,
            long balance,
            Method defaultMethod,
            Map<Method, Long> methods,
            List<String> redPackets) {}

    Now change(
            String user,
            Map<Method, MethodChange> methods,
            @Nullable Method defaultMethod,
            List<Gift> gifts,
            Instant now) {
        return in(
                () -> {
                    methods.forEach((method, change) -> change(user, method, change, now));
                    if (defaultMethod != null) {
                        rules.prefer(user, defaultMethod);
                    }
                    for (Gift gift : gifts) {
                        give(user, gift, now);
                    }
                    return now(user, now);
                });
    }

    Now look(String user, Instant now) {
        return in(() -> now(user, now));
    }

    private void change(String user, Method method, MethodChange change, Instant now) {
        Long balance = change.balance();
        if (balance != null) {
            purses.set(user, method, balance, now);
        }
        Long limit = change.limit();
        if (limit != null) {
            purses.setCredit(user, limit, now);
        }
        Limits before = rules.limits(user, method);
        Limits after =
                new Limits(
                        change.enabled() == null ? before.enabled() : change.enabled(),
                        change.perPayment() == null ? before.perPayment() : change.perPayment(),
                        change.perDay() == null ? before.perDay() : change.perDay());
        if (!after.equals(before)) {
            rules.set(user, method, after);
        }
    }

    private void give(String user, Gift gift, Instant now) {
        long minimum = gift.minimumSpend() == null ? gift.amount() : gift.minimumSpend();
        String payees = gift.payees() == null ? "*" : gift.payees();
        int number = packets.of(user).size();
        packets.add(
                user,
                new StoredRedPacket(
                        Ids.ofTask("RP", "given " + number + " to " + user + " at " + now),
                        gift.title() == null ? "红包" : gift.title(),
                        gift.amount(),
                        minimum,
                        payees,
                        gift.expiresAt(),
                        "usable"));
    }

    private Now now(String user, Instant now) {
        packets.greet(user, now);
        Map<Method, Long> free = new java.util.EnumMap<>(Method.class);
        for (Method method : Method.values()) {
            free.put(method, purses.free(user, method, now));
        }
        return new Now(
                user,
                Objects.requireNonNull(free.get(Method.BALANCE)),
                rules.preferred(user),
                free,
                packets.of(user).stream()
                        .filter(packet -> packet.usable(now))
                        .map(StoredRedPacket::id)
                        .toList());
    }

    private <T> T in(Supplier<T> work) {
        return Objects.requireNonNull(together.transactions().execute(status -> work.get()));
    }
}
