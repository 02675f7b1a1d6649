package errand.runtime.sandbox;

import errand.agent.Quote;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;

/** All quotes ever given; never changed. */
final class Quotes {

    /** Keeps the offset of times as it was quoted. */
    static final JsonMapper JSON =
            JsonMapper.builder().disable(DateTimeFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE).build();

    private final JdbcClient db;
    private final JdbcClient outside;

    /**
     * @param outside never takes part in a transaction: what is written there stays when a refusal
     *     is rolled back
     */
    Quotes(JdbcClient db, JdbcClient outside) {
        this.db = db;
        this.outside = outside;
    }

    void add(StoredQuote stored) {
        Quote quote = stored.quote();
        outside.sql(
                        """
                        insert into quote
                            (quote_id, kind, user_id, offer_id, quantity, valid_until, body)
                        values (?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(quote.quoteId())
                .param(stored.kind())
                .param(stored.user())
                .param(stored.offerId())
                .param(stored.quantity())
                .param(quote.validUntil())
                .param(JSON.writeValueAsString(quote))
                .update();
    }

    /** Somebody else's quote, or one of another kind, is not found. */
    Optional<StoredQuote> find(String quoteId, String kind, String user) {
        return db.sql(
                        """
                        select kind, user_id, offer_id, quantity, body from quote
                        where quote_id = ? and kind = ? and user_id = ?
                        """)
                .param(quoteId)
                .param(kind)
                .param(user)
                .query(
                        (row, i) ->
                                new StoredQuote(
                                        row.getString(1),
                                        row.getString(2),
                                        row.getString(3),
                                        row.getInt(4),
                                        read(row.getString(5))))
                .optional();
    }

    static Quote read(String body) {
        return JSON.readValue(body, Quote.class);
    }
}
