package errand.alipay.sandbox;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Accounts and the transfers between them. The database refuses what does not sum to zero, and what
 * would leave an account below what it may hold. Knows nothing of quotes or people.
 */
final class Ledger {

    /** Where money of the sandbox comes from and goes to; may be below zero. */
    static final String WORLD = "world";

    /** What red packets are paid from; below zero by what they have cost. */
    static final String MARKETING = "marketing";

    /** What fees are paid to. */
    static final String FEES = "fees";

    private final JdbcClient db;

    Ledger(JdbcClient db) {
        this.db = db;
    }

    /** The account of a merchant, for everybody's payments. */
    String merchant(String payeeId, String name) {
        String account = "merchant:" + payeeId;
        open(account, "MERCHANT", name, null, 0);
        return account;
    }

    /**
     * True when it was not there before.
     *
     * @param owner whose it is; null for what belongs to nobody
     * @param lowest what its balance may go down to, in fen, 0 or below
     */
    boolean open(String account, String kind, String name, @Nullable String owner, long lowest) {
        return db.sql(
                                """
                                insert into alipay.account (account_id, kind, name, owner, lowest)
                                values (?, ?, ?, ?, ?) on conflict do nothing
                                """)
                        .param(account)
                        .param(kind)
                        .param(name)
                        .param(owner)
                        .param(lowest)
                        .update()
                == 1;
    }

    /** What a balance may go down to, from now on. */
    void allowDownTo(String account, long lowest) {
        db.sql("update alipay.account set lowest = ? where account_id = ?")
                .params(lowest, account)
                .update();
    }

    /** Balance of a person's account or of held money. */
    Optional<Long> balance(String account) {
        return number("select balance from alipay.account where account_id = ?", account);
    }

    /** What can be taken from it. */
    long free(String account) {
        return number("select balance - lowest from alipay.account where account_id = ?", account)
                .orElseThrow();
    }

    /** Nobody else spends from these until the end of the transaction; always in the same order. */
    void lock(Collection<String> accounts) {
        db.sql(
                        """
                        select account_id from alipay.account where account_id = any(?)
                        order by account_id for update
                        """)
                .param(accounts.toArray(String[]::new))
                .query(String.class)
                .list();
    }

    /** Changes what statements count, and says what it is then. */
    long book(String account, long fen) {
        return db.sql(
                        "update alipay.account set book = book + ? where account_id = ? returning book")
                .params(fen, account)
                .query(Long.class)
                .single();
    }

    /**
     * Moves money.
     *
     * @param taskKey a task moves money once; null for what no task asked for
     * @param entries sum to zero; empty sides are left out
     */
    void post(
            String kind,
            String reference,
            @Nullable String taskKey,
            Instant at,
            List<Entry> entries) {
        long transfer =
                db.sql(
                                """
                                insert into alipay.transfer (kind, reference, task_key, at)
                                values (:kind, :reference, cast(:key as text), :at)
                                returning transfer_id
                                """)
                        .param("kind", kind)
                        .param("reference", reference)
                        .param("key", taskKey)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .query(Long.class)
                        .single();
        int line = 0;
        for (Entry entry : entries) {
            if (entry.fen() != 0) {
                enter(transfer, ++line, entry);
            }
        }
    }

    /** What a task has moved, 0 when nothing. */
    long movedBy(String taskKey) {
        return number(
                        """
                        select coalesce(sum(amount), 0) from alipay.entry
                        join alipay.transfer using (transfer_id)
                        where task_key = ? and amount > 0
                        """,
                        taskKey)
                .orElseThrow();
    }

    private Optional<Long> number(String sql, String param) {
        return db.sql(sql).param(param).query(Long.class).optional();
    }

    private void enter(long transfer, int line, Entry entry) {
        db.sql(
                        """
                        insert into alipay.entry (transfer_id, line, account_id, amount)
                        values (?, ?, ?, ?)
                        """)
                .params(transfer, line, entry.account(), entry.fen())
                .update();
    }
}
