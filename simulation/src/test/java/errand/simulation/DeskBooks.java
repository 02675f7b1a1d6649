package errand.simulation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The tables of one business that sells: quotes, holds, bookings, what is taken. */
final class DeskBooks {

    /** A row of holds. */
    record Held(String holdId, String task, String quoteId, String state) {}

    /** A row of bookings. */
    record Booked(String bookingId, String task, String holdId, String quoteId, String state) {

        boolean stands() {
            return state.equals("BOOKED");
        }
    }

    final AgentInbox inbox;
    final List<Held> holds;
    final List<Booked> bookings;

    /** By id, as given. */
    final Map<String, JsonNode> quotes = new HashMap<>();

    /** Ids of holds that keep something. */
    final Set<String> keeping;

    /** Items of which more is taken than there is. */
    final List<String> oversold;

    DeskBooks(FiveAgents.Shipped desk) {
        JdbcClient db = desk.db();
        this.inbox = new AgentInbox(desk);
        this.holds =
                db.sql("select hold_id, task_key task, quote_id, state from hold order by 1")
                        .query(Held.class)
                        .list();
        this.bookings =
                db.sql(
                                "select booking_id, task_key task, hold_id, quote_id, state"
                                        + " from booking order by 1")
                        .query(Booked.class)
                        .list();
        this.keeping = db.sql("select distinct hold_id from occupancy").query(String.class).set();
        this.oversold =
                db.sql(
                                """
                                select item_id || ' ' || day from occupancy o
                                join deviation d using (item_id, day)
                                group by item_id, day, stock having sum(quantity) > stock
                                """)
                        .query(String.class)
                        .list();
        db.sql("select quote_id, body from quote")
                .query(
                        row -> {
                            quotes.put(
                                    row.getString(1),
                                    JsonMapper.shared().readTree(row.getString(2)));
                        });
    }

    String agent() {
        return inbox.agent();
    }

    long total(String quoteId) {
        return Objects.requireNonNull(quotes.get(quoteId), quoteId).at("/total/amount").longValue();
    }

    Set<String> heldBy() {
        return holds.stream().map(Held::task).collect(Collectors.toSet());
    }

    Set<String> bookedBy() {
        return bookings.stream().map(Booked::task).collect(Collectors.toSet());
    }
}
