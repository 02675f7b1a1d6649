package errand.alipay.sandbox;

import errand.agent.Money;
import errand.agent.Quote;
import errand.alipay.wallet.Candidate;
import errand.alipay.wallet.Method;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;

/** All quotes of transfers; never changed. */
final class TransferQuotes {

    /** Keeps the offset of times as it was quoted. */
    private static final JsonMapper JSON =
            JsonMapper.builder().disable(DateTimeFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE).build();

    private final JdbcClient db;

    TransferQuotes(JdbcClient db) {
        this.db = db;
    }

    void add(StoredTransferQuote stored) {
        db.sql(
                        """
                        insert into alipay.transfer_quote (quote_id, user_id, payee_user,
                            payee_name, method, amount, fee, note, valid_until, body)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(stored.quote().quoteId())
                .param(stored.user())
                .param(stored.to().account())
                .param(stored.to().name())
                .param(stored.method().name())
                .param(stored.amount().amount())
                .param(stored.fee().amount())
                .param(stored.note())
                .param(stored.quote().validUntil())
                .param(JSON.writeValueAsString(stored.quote()))
                .update();
    }

    /** Only the person's own. */
    Optional<StoredTransferQuote> find(String quoteId, String user) {
        return db.sql(
                        """
                        select payee_user, payee_name, method, amount, fee, note, body
                        from alipay.transfer_quote where quote_id = ? and user_id = ?
                        """)
                .params(quoteId, user)
                .query(
                        (row, i) ->
                                new StoredTransferQuote(
                                        JSON.readValue(row.getString(7), Quote.class),
                                        user,
                                        new Candidate(row.getString(1), row.getString(2)),
                                        Method.valueOf(row.getString(3)),
                                        Money.cny(row.getLong(4)),
                                        Money.cny(row.getLong(5)),
                                        row.getString(6)))
                .optional();
    }
}
