package errand.alipay.sandbox;

import errand.agent.Money;
import errand.agent.Payee;
import errand.alipay.sandbox.Authorisation.State;
import errand.alipay.wallet.PaymentLine;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
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

    void add(Authorisation authorisation, String taskKey, Instant at) {
        db.sql(
                        """
                        insert into alipay.authorisation
                            (authorisation_id, task_key, user_id, total, state, at)
                        values (?, ?, ?, ?, 'OPEN', ?)
                        """)
                .param(authorisation.id())
                .param(taskKey)
                .param(authorisation.user())
                .param(authorisation.total().amount())
                .param(at.atOffset(ZoneOffset.UTC))
                .update();
        authorisation.lines().forEach(line -> add(authorisation.id(), line));
    }

    /** Ends it; the lines named become one thing, the others are released. */
    void end(Authorisation authorisation, State state, List<String> capturedQuotes) {
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
    }

    /** What was captured has been given back. */
    void refunded(String id) {
        db.sql(
                        """
                        update alipay.authorised_line set state = 'REFUNDED'
                        where authorisation_id = ? and state = 'CAPTURED'
                        """)
                .param(id)
                .update();
    }

    /** The lines of an authorisation that were paid, given back or not. */
    List<PaymentLine> paidLines(String id) {
        return lines(id, "and state in ('CAPTURED', 'REFUNDED')");
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

    private void add(String id, PaymentLine line) {
        db.sql(
                        """
                        insert into alipay.authorised_line
                            (authorisation_id, quote_id, payee_id, payee_name, amount, state)
                        values (?, ?, ?, ?, ?, 'RESERVED')
                        """)
                .param(id)
                .param(line.quoteId())
                .param(line.payee().id())
                .param(line.payee().name())
                .param(line.amount().amount())
                .update();
    }

    private Optional<Authorisation> one(String where, Object... params) {
        String select = "select authorisation_id, user_id, state from alipay.authorisation ";
        return db.sql(select + where)
                .params(params)
                .query((row, i) -> authorisation(row))
                .optional();
    }

    private Authorisation authorisation(ResultSet row) throws SQLException {
        String id = row.getString(1);
        return new Authorisation(
                id, row.getString(2), State.valueOf(row.getString(3)), lines(id, ""));
    }

    private List<PaymentLine> lines(String id, String and) {
        return db.sql(
                        "select quote_id, payee_id, payee_name, amount from alipay.authorised_line"
                                + " where authorisation_id = ? "
                                + and
                                + " order by quote_id")
                .param(id)
                .query(
                        (row, i) ->
                                new PaymentLine(
                                        row.getString(1),
                                        new Payee(row.getString(2), row.getString(3)),
                                        Money.cny(row.getLong(4))))
                .list();
    }
}
