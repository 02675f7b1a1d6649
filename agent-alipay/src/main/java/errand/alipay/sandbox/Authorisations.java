package errand.alipay.sandbox;

import errand.agent.Money;
import errand.agent.Payee;
import errand.alipay.sandbox.Authorisation.State;
import errand.alipay.wallet.Method;
import errand.alipay.wallet.PaymentLine;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** All authorisations and their lines. */
final class Authorisations {

    private final JdbcClient db;

    Authorisations(JdbcClient db) {
        this.db = db;
    }

    Optional<Authorisation> underKey(String taskKey) {
        return one("where task_key = ?", taskKey);
    }

    /** Locked until the end of the transaction; only the person's own. */
    Optional<Authorisation> lock(String id, String user) {
        return one("where authorisation_id = ? and user_id = ? for update", id, user);
    }

    Authorisation get(String id) {
        return one("where authorisation_id = ?", id).orElseThrow();
    }

    void add(Authorisation authorisation, String taskKey, String planId) {
        db.sql(
                        """
                        insert into alipay.authorisation (authorisation_id, task_key, user_id,
                            total, charged, method, red_packet_id, plan_id, state, at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, 'OPEN', ?)
                        """)
                .param(authorisation.id())
                .param(taskKey)
                .param(authorisation.user())
                .param(authorisation.total().amount())
                .param(authorisation.charged())
                .param(authorisation.method().name())
                .param(authorisation.redPacketId())
                .param(planId)
                .param(authorisation.at().atOffset(ZoneOffset.UTC))
                .update();
        authorisation.shares().forEach(share -> add(authorisation.id(), share));
    }

    /**
     * Ends it; the lines named become one thing, the others are released.
     *
     * @param orders which order a captured quote became, where that was said
     */
    void end(
            Authorisation authorisation,
            State state,
            List<String> capturedQuotes,
            Map<String, String> orders) {
        db.sql("update alipay.authorisation set state = ? where authorisation_id = ?")
                .params(state.name(), authorisation.id())
                .update();
        db.sql(
                        """
                        update alipay.authorised_line
                        set state = case when quote_id = any(:quotes) then 'CAPTURED'
                                         else 'RELEASED' end
                        where authorisation_id = :id
                        """)
                .param("quotes", capturedQuotes.toArray(String[]::new))
                .param("id", authorisation.id())
                .update();
        orders.forEach(
                (quote, order) ->
                        db.sql(
                                        """
                                        update alipay.authorised_line set order_id = ?
                                        where authorisation_id = ? and quote_id = ?
                                        """)
                                .params(order, authorisation.id(), quote)
                                .update());
    }

    /** So much more of a paid line has been given back; all of it frees the quote. */
    void refund(String id, String quoteId, long fen, long charged) {
        db.sql(
                        """
                        update alipay.authorised_line
                        set refunded = refunded + :fen,
                            refunded_charged = refunded_charged + :charged,
                            state = case when refunded + :fen = amount then 'REFUNDED'
                                         else state end
                        where authorisation_id = :id and quote_id = :quote
                        """)
                .param("fen", fen)
                .param("charged", charged)
                .param("id", id)
                .param("quote", quoteId)
                .update();
    }

    /** The lines of an authorisation that were paid, given back or not. */
    List<Share> paid(String id) {
        return shares(id, "and state in ('CAPTURED', 'REFUNDED')");
    }

    /** Whether money is reserved for this quote, or has been paid and not given back. */
    boolean isTaken(PaymentLine line) {
        return db.sql(
                        """
                        select exists (select from alipay.authorised_line
                        where payee_id = ? and quote_id = ? and state in ('RESERVED', 'CAPTURED'))
                        """)
                .params(line.payee().id(), line.quoteId())
                .query(Boolean.class)
                .single();
    }

    private void add(String id, Share share) {
        PaymentLine line = share.line();
        db.sql(
                        """
                        insert into alipay.authorised_line (authorisation_id, quote_id, payee_id,
                            payee_name, amount, charged, state)
                        values (?, ?, ?, ?, ?, ?, 'RESERVED')
                        """)
                .param(id)
                .param(line.quoteId())
                .param(line.payee().id())
                .param(line.payee().name())
                .param(share.amount())
                .param(share.charged())
                .update();
    }

    private Optional<Authorisation> one(String where, Object... params) {
        String select =
                "select authorisation_id, user_id, state, method, red_packet_id, at"
                        + " from alipay.authorisation ";
        return db.sql(select + where)
                .params(params)
                .query((row, i) -> authorisation(row))
                .optional();
    }

    private Authorisation authorisation(ResultSet row) throws SQLException {
        String id = row.getString(1);
        return new Authorisation(
                id,
                row.getString(2),
                State.valueOf(row.getString(3)),
                Method.valueOf(row.getString(4)),
                row.getString(5),
                row.getObject(6, OffsetDateTime.class).toInstant(),
                shares(id, ""));
    }

    private List<Share> shares(String id, String and) {
        return db.sql(
                        """
                        select quote_id, payee_id, payee_name, amount, charged, refunded,
                            refunded_charged
                        from alipay.authorised_line where authorisation_id = ?\s"""
                                + and
                                + " order by quote_id")
                .param(id)
                .query((row, i) -> share(row))
                .list();
    }

    private static Share share(ResultSet row) throws SQLException {
        PaymentLine line =
                new PaymentLine(
                        row.getString(1),
                        new Payee(row.getString(2), row.getString(3)),
                        Money.cny(row.getLong(4)));
        return new Share(line, row.getLong(5), row.getLong(6), row.getLong(7));
    }
}
