package errand.alipay.sandbox;

import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** People's wallets; one is opened, with the sandbox's gift in it, when it is first used. */
final class Purses {

    private final JdbcClient db;
    private final Ledger ledger;
    private final long openingBalance;

    Purses(JdbcClient db, Ledger ledger, long openingBalance) {
        this.db = db;
        this.ledger = ledger;
        this.openingBalance = openingBalance;
    }

    static String account(String user) {
        return "wallet:" + user;
    }

    /** Fen free to spend; nobody else spends until the end of the transaction. */
    long lock(String user, Instant now) {
        open(user, now);
        return ledger.lockedBalance(account(user));
    }

    long balance(String user, Instant now) {
        open(user, now);
        return ledger.balance(account(user)).orElseThrow();
    }

    /** Fen that open authorisations hold. */
    long reserved(String user) {
        return db.sql(
                        """
                        select coalesce(sum(total), 0) from alipay.authorisation
                        where user_id = ? and state = 'OPEN'
                        """)
                .param(user)
                .query(Long.class)
                .single();
    }

    /** As if the person had got or spent the difference elsewhere. */
    void set(String user, long fen, Instant now) {
        long difference = fen - lock(user, now);
        if (difference != 0) {
            ledger.post("ADJUST", user, null, now, between(user, difference));
        }
    }

    private void open(String user, Instant now) {
        if (ledger.balance(account(user)).isEmpty()
                && ledger.open(account(user), "WALLET", user)
                && openingBalance > 0) {
            ledger.post("OPEN", user, null, now, between(user, openingBalance));
        }
    }

    private static List<Entry> between(String user, long fen) {
        return List.of(new Entry(Ledger.WORLD, -fen), new Entry(account(user), fen));
    }
}
