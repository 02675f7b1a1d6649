package errand.alipay.sandbox;

import errand.alipay.sandbox.SandboxPeople.Gift;
import errand.alipay.sandbox.SandboxPeople.MethodChange;
import errand.alipay.wallet.Method;
import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import tools.jackson.databind.JsonNode;

/** Control of the wallets over HTTP, on the agent's own port, and a look at the whole ledger. */
@RestController
@ConditionalOnProperty(name = "errand.alipay.mode", havingValue = "sandbox", matchIfMissing = true)
class SandboxControl {

    private final SandboxPeople people;
    private final JdbcClient db;
    private final Clock clock;

    SandboxControl(Sandbox sandbox, JdbcClient db, Clock clock) {
        this.people = sandbox.people();
        this.db = db;
        this.clock = clock;
    }

    /**
     * What to change; what is not said stays.
     *
     * @param balance free to spend of the balance from now on: fen, or money of {@code amount} and
     *     {@code currency}
     * @param methods by name ({@code YUEBAO}, …): what it holds, whether it is enabled, its limits
     * @param redPackets given besides those that are there
     */
    record Change(
            @Nullable JsonNode balance,
            @Nullable Map<Method, MethodChange> methods,
            @Nullable Method defaultMethod,
            @Nullable List<Gift> redPackets) {}

    /** By a transfer from or to the world, so that the ledger still sums to zero. */
    @PatchMapping("/sandbox/wallets/{user}")
    SandboxPeople.Now change(@PathVariable String user, @RequestBody Change change) {
        Map<Method, MethodChange> methods = new EnumMap<>(Method.class);
        if (change.methods() != null) {
            methods.putAll(change.methods());
        }
        if (change.balance() != null) {
            methods.merge(
                    Method.BALANCE,
                    new MethodChange(fen(change.balance()), null, null, null, null),
                    (said, plain) ->
                            new MethodChange(
                                    plain.balance(),
                                    null,
                                    said.enabled(),
                                    said.perPayment(),
                                    said.perDay()));
        }
        List<Gift> gifts = change.redPackets() == null ? List.of() : change.redPackets();
        if (methods.isEmpty() && gifts.isEmpty() && change.defaultMethod() == null) {
            throw bad("Say balance, methods, defaultMethod or redPackets.");
        }
        methods.forEach(SandboxControl::check);
        gifts.forEach(SandboxControl::check);
        return people.change(user, methods, change.defaultMethod(), gifts, clock.instant());
    }

    /** What a wallet holds now, in fen. */
    @GetMapping("/sandbox/wallets/{user}")
    SandboxPeople.Now look(@PathVariable String user) {
        return people.look(user, clock.instant());
    }

    /** The view {@code alipay.ledger_sum}: sum (0), transfers, open authorisations, fen held. */
    @GetMapping("/sandbox/ledger")
    Map<String, Object> ledger() {
        return db.sql("select * from alipay.ledger_sum").query().singleRow();
    }

    private static void check(Method method, MethodChange change) {
        notBelowZero(method + ".balance", change.balance());
        notBelowZero(method + ".limit", change.limit());
        notBelowZero(method + ".perPayment", change.perPayment());
        notBelowZero(method + ".perDay", change.perDay());
        boolean credit = method == Method.HUABEI;
        if (credit && change.balance() != null || !credit && change.limit() != null) {
            throw bad(
                    "HUABEI has a limit and no balance; the other methods have a balance and no limit.");
        }
    }

    private static void check(Gift gift) {
        Long minimum = gift.minimumSpend();
        if (gift.amount() <= 0 || (minimum != null && minimum < gift.amount())) {
            throw bad(
                    "A red packet gives at least 1 fen, and minimumSpend is not below its amount.");
        }
    }

    private static void notBelowZero(String what, @Nullable Long fen) {
        if (fen != null && fen < 0) {
            throw bad("%s is %d; it cannot be below 0.".formatted(what, fen));
        }
    }

    private static long fen(JsonNode balance) {
        JsonNode amount = balance.isObject() ? balance.path("amount") : balance;
        if (!amount.isIntegralNumber() || amount.longValue() < 0) {
            throw bad(
                    "balance must be a number of fen from 0, or {\"amount\":…,\"currency\":\"CNY\"}.");
        }
        return amount.longValue();
    }

    private static ResponseStatusException bad(String why) {
        return new ResponseStatusException(HttpStatus.BAD_REQUEST, why);
    }
}
