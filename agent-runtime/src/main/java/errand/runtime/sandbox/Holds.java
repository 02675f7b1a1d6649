package errand.runtime.sandbox;

import errand.runtime.sandbox.Hold.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** All holds, and what they take of items on days. */
final class Holds {

    private static final String COLUMNS = "hold_id, quote_id, state, expires_at";

    private final JdbcClient db;

    Holds(JdbcClient db) {
        this.db = db;
    }

    Optional<Hold> underKey(String taskKey) {
        return db.sql("select " + COLUMNS + " from hold where task_key = ?")
                .param(taskKey)
                .query((row, i) -> hold(row))
                .optional();
    }

    /** Locked until the end of the transaction; only the person's own, only of this kind. */
    Optional<Hold> lock(String holdId, String kind, String user) {
        return db.sql(
                        """
                        select h.hold_id, h.quote_id, h.state, h.expires_at
                        from hold h join quote q using (quote_id)
                        where h.hold_id = ? and q.kind = ? and h.user_id = ? for update of h
                        """)
                .param(holdId)
                .param(kind)
                .param(user)
                .query((row, i) -> hold(row))
                .optional();
    }

    void add(Hold hold, String taskKey, StoredQuote stored, Map<Slot, Integer> takings) {
        List<Slot> slots = List.copyOf(takings.keySet());
        OffsetDateTime until = hold.expiresAt().atOffset(ZoneOffset.UTC);
        db.sql(
                        """
                        insert into hold
                            (hold_id, task_key, quote_id, user_id, state, expires_at)
                        values (?, ?, ?, ?, ?, ?)
                        """)
                .param(hold.holdId())
                .param(taskKey)
                .param(hold.quoteId())
                .param(stored.user())
                .param(hold.state().name())
                .param(until)
                .update();
        db.sql(
                        """
                        insert into occupancy (hold_id, item_id, day, quantity, until)
                        select :hold, item, day, quantity, :until
                        from unnest(cast(:items as text[]), cast(:days as date[]),
                                    cast(:quantities as integer[])) as t(item, day, quantity)
                        """)
                .param("hold", hold.holdId())
                .param("items", slots.stream().map(Slot::itemId).toArray(String[]::new))
                .param("days", Shelves.texts(slots.stream().map(Slot::day).toList()))
                .param("quantities", takings.values().toArray(Integer[]::new))
                .param("until", until)
                .update();
    }

    /** Gives back whatever it takes. */
    void release(String holdId) {
        become(holdId, State.RELEASED);
        vacate(holdId);
    }

    /** Gives back what a cancelled booking took; that it was booked stays on record. */
    void vacate(String holdId) {
        db.sql("delete from occupancy where hold_id = ?").param(holdId).update();
    }

    /**
     * Keeps for good what the hold keeps.
     *
     * @param slots of how many slots it keeps something
     * @return false when it had expired and somebody has already cleared it away
     */
    boolean keepForGood(String holdId, int slots) {
        int kept =
                db.sql("update occupancy set until = 'infinity' where hold_id = ?")
                        .param(holdId)
                        .update();
        if (kept != slots) {
            return false;
        }
        become(holdId, State.BOOKED);
        return true;
    }

    private void become(String holdId, State state) {
        db.sql("update hold set state = ? where hold_id = ?")
                .param(state.name())
                .param(holdId)
                .update();
    }

    private static Hold hold(ResultSet row) throws SQLException {
        Instant expiresAt = row.getObject("expires_at", OffsetDateTime.class).toInstant();
        return new Hold(
                row.getString("hold_id"),
                row.getString("quote_id"),
                State.valueOf(row.getString("state")),
                expiresAt);
    }
}
