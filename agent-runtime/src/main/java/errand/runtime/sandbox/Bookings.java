package errand.runtime.sandbox;

import errand.agent.Money;
import errand.runtime.sandbox.Booking.Cancellation;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** All bookings; at most one per hold. */
final class Bookings {

    private static final String COLUMNS =
            "b.booking_id, b.hold_id, b.quote_id, b.booked_at, b.cancelled_at, b.fee";

    private final JdbcClient db;

    Bookings(JdbcClient db) {
        this.db = db;
    }

    Optional<Booking> underKey(String taskKey) {
        return one("where b.task_key = ?", taskKey);
    }

    Optional<Booking> ofHold(String holdId) {
        return one("where b.hold_id = ?", holdId);
    }

    /** Locked until the end of the transaction; only the person's own, only of this kind. */
    Optional<Booking> lock(String bookingId, String kind, String user) {
        return one(
                "where b.booking_id = ? and q.kind = ? and b.user_id = ? for update of b",
                bookingId,
                kind,
                user);
    }

    void add(Booking booking, String taskKey, String user) {
        db.sql(
                        """
                        insert into booking
                            (booking_id, task_key, hold_id, quote_id, user_id, state, booked_at)
                        values (?, ?, ?, ?, ?, 'BOOKED', ?)
                        """)
                .param(booking.bookingId())
                .param(taskKey)
                .param(booking.holdId())
                .param(booking.quoteId())
                .param(user)
                .param(booking.bookedAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    void cancel(String bookingId, Cancellation cancellation) {
        db.sql(
                        """
                        update booking set state = 'CANCELLED', cancelled_at = ?, fee = ?
                        where booking_id = ?
                        """)
                .param(cancellation.at().atOffset(ZoneOffset.UTC))
                .param(cancellation.fee().amount())
                .param(bookingId)
                .update();
    }

    private Optional<Booking> one(String where, Object... params) {
        String from = " from booking b join quote q using (quote_id) ";
        return db.sql("select " + COLUMNS + from + where)
                .params(params)
                .query((row, i) -> booking(row))
                .optional();
    }

    private static Booking booking(ResultSet row) throws SQLException {
        OffsetDateTime cancelled = row.getObject("cancelled_at", OffsetDateTime.class);
        return new Booking(
                row.getString("booking_id"),
                row.getString("hold_id"),
                row.getString("quote_id"),
                row.getObject("booked_at", OffsetDateTime.class).toInstant(),
                cancelled == null
                        ? null
                        : new Cancellation(cancelled.toInstant(), Money.cny(row.getLong("fee"))));
    }
}
