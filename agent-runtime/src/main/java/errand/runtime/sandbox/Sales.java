package errand.runtime.sandbox;

import errand.agent.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Bookings of one kind with their quotes, each for the person who made them alone. */
public final class Sales {

    private static final String SALES =
            """
            select b.booking_id, b.booked_at, b.cancelled_at, b.fee, q.offer_id, q.body
            from booking b join quote q using (quote_id)
            where q.kind = :kind and b.user_id = :user
            """;

    private final JdbcClient db;
    private final String kind;

    Sales(JdbcClient db, String kind) {
        this.db = db;
        this.kind = kind;
    }

    /** The person's own booking. */
    public Optional<Sale> find(String bookingId, String user) {
        return one(bookingId, user, " and b.booking_id = :id");
    }

    /** The same, locked until the end of the transaction. */
    public Optional<Sale> lock(String bookingId, String user) {
        return one(bookingId, user, " and b.booking_id = :id for update of b");
    }

    /**
     * The person's bookings, the last one first.
     *
     * @param from how many to leave out
     * @param most how many at most
     */
    public List<Sale> of(String user, int from, int most) {
        return db.sql(SALES + " order by b.booked_at desc, b.booking_id limit :most offset :from")
                .param("kind", kind)
                .param("user", user)
                .param("most", most)
                .param("from", from)
                .query((row, i) -> sale(row))
                .list();
    }

    private Optional<Sale> one(String bookingId, String user, String which) {
        return db.sql(SALES + which)
                .param("kind", kind)
                .param("user", user)
                .param("id", bookingId)
                .query((row, i) -> sale(row))
                .optional();
    }

    private static Sale sale(ResultSet row) throws SQLException {
        Instant cancelled = instant(row, "cancelled_at");
        return new Sale(
                row.getString("booking_id"),
                row.getString("offer_id"),
                Quotes.read(row.getString("body")),
                row.getObject("booked_at", OffsetDateTime.class).toInstant(),
                cancelled,
                cancelled == null ? null : Money.cny(row.getLong("fee")));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
