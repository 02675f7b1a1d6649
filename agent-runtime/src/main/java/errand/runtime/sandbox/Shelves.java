package errand.runtime.sandbox;

import errand.runtime.sandbox.Shelf.Deviation;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Deviations and occupancy in PostgreSQL: what makes an item on a day differ from the world. */
public final class Shelves {

    private final JdbcClient db;

    Shelves(JdbcClient db) {
        this.db = db;
    }

    public Shelf look(Collection<String> items, Collection<LocalDate> days, Instant now) {
        if (items.isEmpty()) {
            return new Shelf(Map.of(), Map.of());
        }
        return new Shelf(deviations(items, days), taken(items, days, now));
    }

    /**
     * Makes an item deviate from now on.
     *
     * @param day null for every day
     * @param stock how many there are in all, null to leave it
     * @param fen price of one, null to leave it
     */
    public void set(
            String item, @Nullable LocalDate day, @Nullable Integer stock, @Nullable Long fen) {
        db.sql(
                        """
                        insert into deviation as d (item_id, day, stock, price)
                        values (:item, cast(:day as date), cast(:stock as integer), cast(:fen as bigint))
                        on conflict (item_id, day) do update
                        set stock = coalesce(excluded.stock, d.stock),
                            price = coalesce(excluded.price, d.price)
                        """)
                .param("item", item)
                .param("day", day)
                .param("stock", stock)
                .param("fen", fen)
                .update();
    }

    private Map<Slot, Deviation> deviations(Collection<String> items, Collection<LocalDate> days) {
        Map<Slot, Deviation> found = new HashMap<>();
        db.sql(
                        """
                        select item_id, w.day as day,
                               (array_agg(stock order by d.day nulls last)
                                   filter (where stock is not null))[1] as stock,
                               (array_agg(price order by d.day nulls last)
                                   filter (where price is not null))[1] as price
                        from deviation d
                        join unnest(cast(:days as date[])) as w(day) on d.day = w.day or d.day is null
                        where item_id = any(:items)
                        group by item_id, w.day
                        """)
                .param("items", items.toArray(String[]::new))
                .param("days", texts(days))
                .query(
                        row -> {
                            found.put(slot(row), deviation(row));
                        });
        return found;
    }

    private Map<Slot, Integer> taken(
            Collection<String> items, Collection<LocalDate> days, Instant now) {
        Map<Slot, Integer> taken = new HashMap<>();
        db.sql(
                        """
                        select item_id, day, sum(quantity) as quantity from occupancy
                        where item_id = any(:items) and day = any(cast(:days as date[])) and until > :now
                        group by item_id, day
                        """)
                .param("items", items.toArray(String[]::new))
                .param("days", texts(days))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(
                        row -> {
                            taken.put(slot(row), row.getInt("quantity"));
                        });
        return taken;
    }

    Shelf look(Collection<Slot> slots, Instant now) {
        return look(
                slots.stream().map(Slot::itemId).distinct().toList(),
                slots.stream().map(Slot::day).distinct().toList(),
                now);
    }

    /** All turns at once, in an order that is the same for everybody. */
    void takeTurn(Collection<Slot> slots, Instant now) {
        Map<String, List<LocalDate>> days = new TreeMap<>();
        slots.forEach(
                slot ->
                        days.computeIfAbsent(slot.itemId(), item -> new ArrayList<>())
                                .add(slot.day()));
        days.forEach((item, itsDays) -> takeTurn(item, itsDays, now));
    }

    /**
     * Waits until nobody else takes anything of these slots; until the end of the transaction
     * nobody else will. Holds that have expired are cleared away.
     */
    void takeTurn(String item, List<LocalDate> days, Instant now) {
        String[] ascending = texts(days.stream().sorted().toList());
        db.sql(
                        """
                        insert into turn (item_id, day) select :item, unnest(cast(:days as date[]))
                        on conflict do nothing
                        """)
                .param("item", item)
                .param("days", ascending)
                .update();
        db.sql(
                        """
                        select day from turn where item_id = :item and day = any(cast(:days as date[]))
                        order by day for update
                        """)
                .param("item", item)
                .param("days", ascending)
                .query(LocalDate.class)
                .list();
        // Deleting first waits for a booking of one of them that is not committed yet.
        db.sql(
                        """
                        delete from occupancy
                        where item_id = :item and day = any(cast(:days as date[])) and until <= :now
                        """)
                .param("item", item)
                .param("days", ascending)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** PostgreSQL's driver takes arrays of text, not of dates. */
    static String[] texts(Collection<LocalDate> days) {
        return days.stream().map(LocalDate::toString).toArray(String[]::new);
    }

    private static Slot slot(ResultSet rows) throws SQLException {
        return new Slot(rows.getString("item_id"), rows.getObject("day", LocalDate.class));
    }

    private static Deviation deviation(ResultSet rows) throws SQLException {
        return new Deviation(
                rows.getObject("stock", Integer.class), rows.getObject("price", Long.class));
    }
}
