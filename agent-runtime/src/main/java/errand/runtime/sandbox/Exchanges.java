package errand.runtime.sandbox;

import errand.agent.Money;
import errand.agent.Quote;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** All changes of bookings: a row per booking that took the place of another one. */
final class Exchanges implements Exchanged {

    private static final String COLUMNS =
            "select booking_id, previous_id, quote_id, number, worth, paid, refund, fee, at"
                    + " from exchange where ";

    private final JdbcClient db;

    Exchanges(JdbcClient db) {
        this.db = db;
    }

    /**
     * A change. {@code worth before + paid = worth + fee + refund}, always.
     *
     * @param number how many changes led to this booking, from 1
     */
    record Exchange(
            String bookingId,
            String previousId,
            String quoteId,
            int number,
            Money worth,
            Money paid,
            Money refund,
            Money fee,
            Instant at) {}

    void add(Exchange exchange, String taskKey) {
        db.sql(
                        """
                        insert into exchange (booking_id, task_key, previous_id, quote_id, number,
                                              worth, paid, refund, fee, at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(exchange.bookingId())
                .param(taskKey)
                .param(exchange.previousId())
                .param(exchange.quoteId())
                .param(exchange.number())
                .param(exchange.worth().amount())
                .param(exchange.paid().amount())
                .param(exchange.refund().amount())
                .param(exchange.fee().amount())
                .param(exchange.at().atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<Exchange> underKey(String taskKey) {
        return one("task_key = ?", taskKey);
    }

    Optional<Exchange> into(String bookingId) {
        return one("booking_id = ?", bookingId);
    }

    @Override
    public Money worth(Booking booking, Quote quote) {
        return into(booking.bookingId()).map(Exchange::worth).orElseGet(quote::total);
    }

    @Override
    public Optional<String> successor(String bookingId) {
        return one("previous_id = ?", bookingId).map(Exchange::bookingId);
    }

    private Optional<Exchange> one(String where, String param) {
        return db.sql(COLUMNS + where).param(param).query((row, i) -> exchange(row)).optional();
    }

    private static Exchange exchange(ResultSet row) throws SQLException {
        return new Exchange(
                row.getString("booking_id"),
                row.getString("previous_id"),
                row.getString("quote_id"),
                row.getInt("number"),
                Money.cny(row.getLong("worth")),
                Money.cny(row.getLong("paid")),
                Money.cny(row.getLong("refund")),
                Money.cny(row.getLong("fee")),
                row.getObject("at", OffsetDateTime.class).toInstant());
    }
}
