package errand.alipay.sandbox;

import errand.alipay.wallet.Reserve;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Mandates and the reservations against them. */
final class MandateRows {

    private static final String SELECT =
            """
            select mandate_id, payees, capabilities, total, per_payment, until, reserved,
                closed_at is not null, version
            from alipay.mandate\s""";

    private final JdbcClient db;

    MandateRows(JdbcClient db) {
        this.db = db;
    }

    /** One reservation; amounts in fen. */
    record Row(String id, String mandateId, long total, boolean open) {}

    Optional<StoredMandate> underKey(String taskKey) {
        return one("where task_key = ?", taskKey);
    }

    /** Locked until the end of the transaction; only the person's own. */
    Optional<StoredMandate> lock(String id, String user) {
        return one("where mandate_id = ? and user_id = ? for update", id, user);
    }

    StoredMandate get(String id) {
        return one("where mandate_id = ?", id).orElseThrow();
    }

    /** All of a person that are not closed, locked, the one that ends first in front. */
    List<StoredMandate> lockOpen(String user) {
        return db.sql(
                        SELECT
                                + "where user_id = ? and closed_at is null order by until, mandate_id"
                                + " for update")
                .param(user)
                .query((row, i) -> mandate(row))
                .list();
    }

    /** All of a person, the one that ends first in front. */
    List<StoredMandate> of(String user) {
        return db.sql(SELECT + "where user_id = ? order by until, mandate_id")
                .param(user)
                .query((row, i) -> mandate(row))
                .list();
    }

    void add(StoredMandate mandate, String user, String taskKey, Instant at) {
        db.sql(
                        """
                        insert into alipay.mandate (mandate_id, task_key, user_id, payees,
                            capabilities, total, per_payment, until, opened_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(mandate.id())
                .param(taskKey)
                .param(user)
                .param(mandate.payees().toArray(String[]::new))
                .param(mandate.capabilities().toArray(String[]::new))
                .param(mandate.total())
                .param(mandate.perPayment())
                .param(mandate.until().atOffset(ZoneOffset.UTC))
                .param(at.atOffset(ZoneOffset.UTC))
                .update();
    }

    void close(String id, Instant at) {
        db.sql(
                        """
                        update alipay.mandate set closed_at = ?, version = version + 1
                        where mandate_id = ? and closed_at is null
                        """)
                .params(at.atOffset(ZoneOffset.UTC), id)
                .update();
    }

    /** Takes more of a mandate, or gives back. */
    void take(String id, long fen) {
        db.sql(
                        """
                        update alipay.mandate set reserved = reserved + ?, version = version + 1
                        where mandate_id = ?
                        """)
                .params(fen, id)
                .update();
    }

    Optional<Row> reservationUnderKey(String taskKey) {
        return reserved("where task_key = ?", taskKey);
    }

    Optional<Row> reservation(String id, String user) {
        return reserved("where reservation_id = ? and user_id = ?", id, user);
    }

    /** Locked until the end of the transaction; only the person's own. */
    Optional<Row> lockReservation(String id, String user) {
        return reserved("where reservation_id = ? and user_id = ? for update", id, user);
    }

    void add(Row reservation, String user, List<Reserve.Line> lines, String taskKey, Instant at) {
        db.sql(
                        """
                        insert into alipay.reservation
                            (reservation_id, task_key, mandate_id, user_id, total, state, at)
                        values (?, ?, ?, ?, ?, 'OPEN', ?)
                        """)
                .param(reservation.id())
                .param(taskKey)
                .param(reservation.mandateId())
                .param(user)
                .param(reservation.total())
                .param(at.atOffset(ZoneOffset.UTC))
                .update();
        for (Reserve.Line line : lines) {
            db.sql(
                            """
                            insert into alipay.reserved_line
                                (reservation_id, quote_id, payee_id, capability, amount)
                            values (?, ?, ?, ?, ?)
                            """)
                    .param(reservation.id())
                    .param(line.quoteId())
                    .param(line.payee().id())
                    .param(line.capability())
                    .param(line.amount().amount())
                    .update();
        }
    }

    void end(String reservationId, String state) {
        db.sql("update alipay.reservation set state = ? where reservation_id = ?")
                .params(state, reservationId)
                .update();
    }

    private Optional<Row> reserved(String where, Object... params) {
        return db.sql(
                        "select reservation_id, mandate_id, total, state = 'OPEN' from alipay.reservation "
                                + where)
                .params(params)
                .query(
                        (row, i) ->
                                new Row(
                                        row.getString(1),
                                        row.getString(2),
                                        row.getLong(3),
                                        row.getBoolean(4)))
                .optional();
    }

    private Optional<StoredMandate> one(String where, Object... params) {
        return db.sql(SELECT + where).params(params).query((row, i) -> mandate(row)).optional();
    }

    private static StoredMandate mandate(ResultSet row) throws SQLException {
        return new StoredMandate(
                row.getString(1),
                texts(row.getArray(2)),
                texts(row.getArray(3)),
                row.getLong(4),
                row.getObject(5, Long.class),
                row.getObject(6, OffsetDateTime.class).toInstant(),
                row.getLong(7),
                row.getBoolean(8),
                row.getLong(9));
    }

    private static List<String> texts(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }
}
