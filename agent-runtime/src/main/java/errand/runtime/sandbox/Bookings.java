package errand.runtime.sandbox;

import errand.agent.Money;
import errand.runtime.sandbox.Booking.Cancellation;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** All bookings; at most one per hold. */
final class Bookings {

    private static final String COLUMNS =
            "b.booking_id, b.hold_id, b.quote_id, b.booked_at, b.state, b.cancelled_at, b.fee";

    private static final String FROM = " from booking b join quote q using (quote_id) ";

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
    Optional<Booking> lock(String bookingId, Kind kind, String user) {
        return one(
                "where b.booking_id = ? and q.kind in (?, ?) and b.user_id = ? for update of b",
                bookingId,
                kind.name(),
                kind.changeName(),
                user);
    }

    /** The person's own of this kind that stand, the newest first. */
    List<Booking> standing(Kind kind, String user, int most) {
        return db.sql(
                        "select "
                                + COLUMNS
                                + FROM
                                + "where q.kind in (?, ?) and b.user_id = ? and b.state = 'BOOKED'"
                                + " order by b.booked_at desc, b.booking_id limit ?")
                .param(kind.name())
                .param(kind.changeName())
                .param(user)
                .param(most)
                .query((row, i) -> booking(row))
                .list();
    }

    /** Another one has taken its place; what it kept is given back by the caller. */
    void give(String bookingId) {
        db.sql("update booking set state = 'CHANGED' where booking_id = ?")
                .param(bookingId)
                .update();
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
        return db.sql("select " + COLUMNS + FROM + where)
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
                row.getString("state").equals("CHANGED"),
                cancelled == null
                        ? null
                        : new Cancellation(cancelled.toInstant(), Money.cny(row.getLong("fee"))));
    }
}
