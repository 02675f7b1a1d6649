package errand.alipay.sandbox;

import errand.agent.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** All captures; at most one per authorisation. */
final class Payments {

    private final JdbcClient db;

    Payments(JdbcClient db) {
        this.db = db;
    }

    Optional<Payment> underKey(String taskKey) {
        return one("where task_key = ?", taskKey);
    }

    /** Only the person's own. */
    Optional<Payment> find(String captureId, String user) {
        return one("where capture_id = ? and user_id = ?", captureId, user);
    }

    /** Locked until the end of the transaction; only the person's own. */
    Optional<Payment> lock(String captureId, String user) {
        return one("where capture_id = ? and user_id = ? for update", captureId, user);
    }

    void add(Payment payment, String taskKey, String user) {
        db.sql(
                        """
                        insert into alipay.capture
                            (capture_id, task_key, authorisation_id, user_id, total, captured_at)
                        values (?, ?, ?, ?, ?, ?)
                        """)
                .param(payment.captureId())
                .param(taskKey)
                .param(payment.authorisationId())
                .param(user)
                .param(payment.total().amount())
                .param(payment.capturedAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** So much more has been given back; the database refuses more than was captured. */
    void refund(String captureId, Money more, Instant at) {
        db.sql(
                        """
                        update alipay.capture set refunded = refunded + :more,
                            refunded_at = case when refunded + :more = total
                                               then cast(:at as timestamptz) end
                        where capture_id = :id
                        """)
                .param("more", more.amount())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("id", captureId)
                .update();
    }

    private Optional<Payment> one(String where, Object... params) {
        String select =
                "select capture_id, authorisation_id, total, refunded, captured_at"
                        + " from alipay.capture ";
        return db.sql(select + where).params(params).query((row, i) -> payment(row)).optional();
    }

    private static Payment payment(ResultSet row) throws SQLException {
        return new Payment(
                row.getString(1),
                row.getString(2),
                Money.cny(row.getLong(3)),
                Money.cny(row.getLong(4)),
                row.getObject(5, OffsetDateTime.class).toInstant());
    }
}
