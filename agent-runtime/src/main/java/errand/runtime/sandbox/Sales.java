package errand.runtime.sandbox;

import errand.agent.Quote;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What people have booked, cancelled or not. Knows each person's own only. */
public final class Sales {

    private static final int MOST = 1_000;
    private static final String SELECT =
            "select b.booking_id, q.offer_id, q.body, b.booked_at, b.cancelled_at"
                    + " from booking b join quote q using (quote_id)"
                    + " where b.user_id = ? and q.kind = ? ";

    private final JdbcClient db;
    private final String kind;

    Sales(JdbcClient db, String kind) {
        this.db = db;
        this.kind = kind;
    }

    /** Latest first; the last 1,000. */
    public List<Sale> of(String user) {
        return db.sql(SELECT + "order by b.booked_at desc, b.booking_id limit " + MOST)
                .params(user, kind)
                .query((row, i) -> sale(row))
                .list();
    }

    public Optional<Sale> find(String bookingId, String user) {
        return one(bookingId, user, "");
    }

    /** Nobody else changes it until the end of the transaction. */
    public Optional<Sale> lock(String bookingId, String user) {
        return one(bookingId, user, " for update of b");
    }

    private Optional<Sale> one(String bookingId, String user, String lock) {
        return db.sql(SELECT + "and b.booking_id = ?" + lock)
                .params(user, kind, bookingId)
                .query((row, i) -> sale(row))
                .optional();
    }

    private static Sale sale(ResultSet row) throws SQLException {
        OffsetDateTime cancelled = row.getObject(5, OffsetDateTime.class);
        return new Sale(
                row.getString(1),
                row.getString(2),
                Quotes.JSON.readValue(row.getString(3), Quote.class),
                row.getObject(4, OffsetDateTime.class).toInstant(),
                cancelled == null ? null : cancelled.toInstant());
    }
}
