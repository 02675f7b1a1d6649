package errand.alipay.sandbox;

import errand.agent.Money;
import errand.runtime.sandbox.World;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** All transfers that were sent; at most one per quote. */
final class SentTransfers {

    /**
     * One of them.
     *
     * @param leftToday what could still be sent that day after it
     */
    record Sent(String id, String quoteId, Money leftToday, Instant at) {}

    private final JdbcClient db;

    SentTransfers(JdbcClient db) {
        this.db = db;
    }

    Optional<Sent> underKey(String taskKey) {
        return one("where task_key = ?", taskKey);
    }

    @Nullable Sent ofQuote(String quoteId) {
        return one("where quote_id = ?", quoteId).orElse(null);
    }

    /** Fen the person sent to others on the day, fees not counted. */
    long sentToday(String user, Instant now) {
        return db.sql(
                        """
                        select coalesce(sum(amount), 0) from alipay.transfer_sent
                        where user_id = ? and day = ? and payee_user <> user_id
                        """)
                .params(user, World.today(now))
                .query(Long.class)
                .single();
    }

    void add(Sent sent, StoredTransferQuote quote, String taskKey) {
        db.sql(
                        """
                        insert into alipay.transfer_sent (transfer_id, task_key, quote_id, user_id,
                            payee_user, method, amount, fee, left_today, day, at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(sent.id())
                .param(taskKey)
                .param(sent.quoteId())
                .param(quote.user())
                .param(quote.to().account())
                .param(quote.method().name())
                .param(quote.amount().amount())
                .param(quote.fee().amount())
                .param(sent.leftToday().amount())
                .param(World.today(sent.at()))
                .param(sent.at().atOffset(ZoneOffset.UTC))
                .update();
    }

    private Optional<Sent> one(String where, String param) {
        return db.sql(
                        "select transfer_id, quote_id, left_today, at from alipay.transfer_sent "
                                + where)
                .param(param)
                .query(
                        (row, i) ->
                                new Sent(
                                        row.getString(1),
                                        row.getString(2),
                                        Money.cny(row.getLong(3)),
                                        row.getObject(4, OffsetDateTime.class).toInstant()))
                .optional();
    }
}
