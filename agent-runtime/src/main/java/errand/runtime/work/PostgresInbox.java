package errand.runtime.work;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.DefaultTransactionDefinition;

/**
 * The inbox in the agent's own schema. The row is inserted before the effect runs: its unique key
 * makes whoever else wants the same id wait until this transaction has ended.
 */
public final class PostgresInbox implements Inbox {

    private static final String CLAIM =
            "insert into task_inbox (task_id, capability, input_hash, conversation_id)"
                    + " values (?, ?, ?, ?) on conflict (task_id) do nothing";
    private static final String KEEP =
            "update task_inbox set verdict = ?, body = ?, at = ? where task_id = ?";
    private static final String FIND =
            "select capability, input_hash, conversation_id, verdict, body, at"
                    + " from task_inbox where task_id = ?";

    private final PlatformTransactionManager transactions;
    private final JdbcClient sql;

    /**
     * @param transactions over the same data source as the business, which must take part in it
     */
    public PostgresInbox(DataSource data, PlatformTransactionManager transactions) {
        this.transactions = transactions;
        this.sql = JdbcClient.create(data);
    }

    @Override
    public boolean begin(String taskId, byte[] asked) {
        return sql.sql(
                                "insert into task_begun (task_id, asked) values (?, ?)"
                                        + " on conflict (task_id) do nothing")
                        .params(taskId, asked)
                        .update()
                == 0;
    }

    @Override
    public Optional<byte[]> begun(String taskId) {
        return sql.sql("select asked from task_begun where task_id = ?")
                .param(taskId)
                .query(byte[].class)
                .optional();
    }

    @Override
    public Kept once(Claim claim, EffectOnce effect) throws Exception {
        TransactionStatus transaction =
                transactions.getTransaction(new DefaultTransactionDefinition());
        Kept kept;
        try {
            kept = claimed(claim) ? first(effect, transaction) : before(claim);
        } catch (Throwable thrown) {
            rollback(transaction, thrown);
            throw thrown;
        }
        transactions.commit(transaction);
        return kept;
    }

    /**
     * On a lost connection this fails too. What it says of that is of no interest: why the effect
     * failed decides whether another try may help.
     */
    private void rollback(TransactionStatus transaction, Throwable why) {
        try {
            transactions.rollback(transaction);
        } catch (RuntimeException lost) {
            why.addSuppressed(lost);
        }
    }

    private boolean claimed(Claim claim) {
        return sql.sql(CLAIM)
                        .params(
                                claim.taskId(),
                                claim.capability(),
                                claim.inputHash(),
                                claim.conversationId())
                        .update()
                == 1;
    }

    private Kept first(EffectOnce effect, TransactionStatus transaction) throws Exception {
        Object beforeEffect = transaction.createSavepoint();
        Entry entry = effect.run();
        if (entry.verdict() != Verdict.DONE) {
            transaction.rollbackToSavepoint(beforeEffect);
        }
        sql.sql(KEEP)
                .params(
                        entry.verdict().name(),
                        entry.body(),
                        entry.at().atOffset(ZoneOffset.UTC),
                        entry.claim().taskId())
                .update();
        return new Kept(entry, false);
    }

    private Kept before(Claim claim) {
        Entry entry =
                sql.sql(FIND)
                        .param(claim.taskId())
                        .query(
                                (row, number) ->
                                        new Entry(
                                                new Claim(
                                                        claim.taskId(),
                                                        row.getString(1),
                                                        row.getString(2),
                                                        row.getString(3)),
                                                Verdict.valueOf(row.getString(4)),
                                                row.getString(5),
                                                row.getObject(6, OffsetDateTime.class).toInstant()))
                        .single();
        return new Kept(entry, true);
    }
}
