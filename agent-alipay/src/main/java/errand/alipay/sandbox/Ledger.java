package errand.alipay.sandbox;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Accounts and the transfers between them. The database refuses what does not sum to zero, and what
 * would leave a wallet or held money below zero. Knows nothing of quotes or people.
 */
final class Ledger {

    /** Where money of the sandbox comes from and goes to; may be below zero. */
    static final String WORLD = "world";

    private final JdbcClient db;

    Ledger(JdbcClient db) {
        this.db = db;
    }

    /** True when it was not there before. */
    boolean open(String account, String kind, String name) {
        return db.sql(
                                """
                                insert into alipay.account (account_id, kind, name)
                                values (?, ?, ?) on conflict do nothing
                                """)
                        .params(account, kind, name)
                        .update()
                == 1;
    }

    /** Balance of a wallet or of held money. */
    Optional<Long> balance(String account) {
        return db.sql("select balance from alipay.account where account_id = ?")
                .param(account)
                .query(Long.class)
                .optional();
    }

    /** The same, and nobody else changes it until the end of the transaction. */
    long lockedBalance(String account) {
        return db.sql("select balance from alipay.account where account_id = ? for update")
                .param(account)
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
        return db.sql(
                        """
                        select coalesce(sum(amount), 0) from alipay.entry
                        join alipay.transfer using (transfer_id)
                        where task_key = ? and amount > 0
                        """)
                .param(taskKey)
                .query(Long.class)
                .single();
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
