package errand.alipay.sandbox;

import errand.alipay.wallet.Method;
import errand.alipay.wallet.MovementKind;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What people pay with: an account for each method, opened with the sandbox's gift in it when it is
 * first used. Whoever spends locks the person's wallet first, whatever the method: then limits of a
 * day hold as well.
 */
final class Purses {

    private final JdbcClient db;
    private final Ledger ledger;
    private final Movements movements;
    private final Rules rules;

    Purses(JdbcClient db, Ledger ledger, Movements movements, Rules rules) {
        this.db = db;
        this.ledger = ledger;
        this.movements = movements;
        this.rules = rules;
    }

    static String account(String user, Method method) {
        return switch (method) {
                    case BALANCE -> "wallet:";
                    case YUEBAO -> "yuebao:";
                    case BANK_CARD -> "card:";
                    case HUABEI -> "huabei:";
                }
                + user;
    }

    private static String kind(Method method) {
        return switch (method) {
            case BALANCE -> "WALLET";
            case YUEBAO -> "YUEBAO";
            case BANK_CARD -> "CARD";
            case HUABEI -> "CREDIT";
        };
    }

    /** Nobody else spends of theirs until the end of the transaction. */
    void lock(Collection<String> users, Instant now) {
        TreeSet<String> inOrder = new TreeSet<>(users);
        inOrder.forEach(user -> open(user, Method.BALANCE, now));
        ledger.lock(inOrder.stream().map(user -> account(user, Method.BALANCE)).toList());
    }

    /** Fen that can be spent with a method now. */
    long free(String user, Method method, Instant now) {
        open(user, method, now);
        return ledger.free(account(user, method));
    }

    /** Fen that open authorisations hold of a method. */
    long reserved(String user, Method method) {
        return db.sql(
                        """
                        select coalesce(sum(charged), 0) from alipay.authorisation
                        where user_id = ? and method = ? and state = 'OPEN'
                        """)
                .params(user, method.name())
                .query(Long.class)
                .single();
    }

    /** As if the person had got or spent the difference elsewhere; what can be spent is as said. */
    void set(String user, Method method, long fen, Instant now) {
        lock(List.of(user), now);
        long difference = fen - free(user, method, now);
        if (difference != 0) {
            give(user, method, difference, "ADJUST", now);
        }
    }

    /** What is owed stays owed. */
    void setCredit(String user, long limit, Instant now) {
        lock(List.of(user), now);
        open(user, Method.HUABEI, now);
        ledger.allowDownTo(account(user, Method.HUABEI), -limit);
    }

    /** Makes sure it is there before money moves to it. */
    void open(String user, Method method, Instant now) {
        String account = account(user, method);
        long lowest = method == Method.HUABEI ? -rules.credit() : 0;
        if (ledger.balance(account).isEmpty()
                && ledger.open(account, kind(method), user, user, lowest)) {
            long gift = gift(method);
            if (gift > 0) {
                give(user, method, gift, "OPEN", now);
            }
        }
    }

    private long gift(Method method) {
        return switch (method) {
            case BALANCE -> rules.balance();
            case YUEBAO -> rules.yuebao();
            case BANK_CARD -> rules.card();
            case HUABEI -> 0;
        };
    }

    private void give(String user, Method method, long fen, String kind, Instant now) {
        String account = account(user, method);
        ledger.post(
                kind,
                user,
                null,
                now,
                List.of(new Entry(Ledger.WORLD, -fen), new Entry(account, fen)));
        boolean opening = kind.equals("OPEN");
        movements.add(
                new Movements.Cause(user, null, now, kind.toLowerCase(Locale.ROOT)),
                new Movements.Move(
                        opening ? MovementKind.OPENING : MovementKind.ADJUSTMENT,
                        opening ? "开户" : "调整",
                        method,
                        fen,
                        Ledger.WORLD,
                        "沙箱",
                        null,
                        null));
    }
}
