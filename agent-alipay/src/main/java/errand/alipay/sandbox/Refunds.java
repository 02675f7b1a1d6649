package errand.alipay.sandbox;

import errand.agent.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** All refunds. */
final class Refunds {

    private final JdbcClient db;

    Refunds(JdbcClient db) {
        this.db = db;
    }

    Optional<StoredRefund> underKey(String taskKey) {
        return one("where task_key = ?", taskKey);
    }

    /** The one after which nothing was left. */
    Optional<StoredRefund> last(String captureId) {
        return one("where capture_id = ? and remaining = 0", captureId);
    }

    void add(StoredRefund refund, String taskKey, String user) {
        db.sql(
                        """
                        insert into alipay.refund
                            (refund_id, task_key, capture_id, user_id, total, charged, remaining, at)
                        values (?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(refund.id())
                .param(taskKey)
                .param(refund.captureId())
                .param(user)
                .param(refund.total().amount())
                .param(refund.charged().amount())
                .param(refund.left().amount())
                .param(refund.at().atOffset(ZoneOffset.UTC))
                .update();
        for (StoredRefund.Part part : refund.parts()) {
            db.sql(
                            """
                            insert into alipay.refunded_line (refund_id, quote_id, amount, charged)
                            values (?, ?, ?, ?)
                            """)
                    .params(refund.id(), part.quoteId(), part.amount(), part.charged())
                    .update();
        }
    }

    private Optional<StoredRefund> one(String where, String param) {
        String select = "select refund_id, capture_id, at, remaining from alipay.refund ";
        return db.sql(select + where).param(param).query((row, i) -> refund(row)).optional();
    }

    private StoredRefund refund(ResultSet row) throws SQLException {
        String id = row.getString(1);
        return new StoredRefund(
                id,
                row.getString(2),
                row.getObject(3, OffsetDateTime.class).toInstant(),
                parts(id),
                Money.cny(row.getLong(4)));
    }

    private List<StoredRefund.Part> parts(String id) {
        return db.sql(
                        """
                        select quote_id, amount, charged from alipay.refunded_line
                        where refund_id = ? order by quote_id
                        """)
                .param(id)
                .query(
                        (row, i) ->
                                new StoredRefund.Part(
                                        row.getString(1), row.getLong(2), row.getLong(3)))
                .list();
    }
}
