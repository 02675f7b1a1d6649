package agents.sampleshop.sandbox;

import agents.sampleshop.sessions.Sessions;
import errand.runtime.sandbox.StockControl;
import errand.runtime.sandbox.Stockroom;
import java.time.Clock;
import java.time.LocalDate;
import javax.sql.DataSource;

/** One whole world: a seed, and a database for what deviates from it. */
public final class Sandbox implements AutoCloseable {

    private static final String POSSIBLE =
            "Take an offerId from session.search, such as TEA-14-20261207, or an item such as"
                    + " TEA-14.";

    private final Programme programme;
    private final Stockroom room;
    private final Sessions sessions;

    /** Over a room whose tables exist. */
    Sandbox(Stockroom room, long seed) {
        this.room = room;
        programme = new Programme(seed);
        sessions =
                new SandboxSessions(
                        programme,
                        room.shelves(),
                        room.desk("SESSION", id -> programme.find(id).map(session -> session)));
    }

    /** Where there is no Spring, over a Hikari pool whose tables exist. */
    public static Sandbox on(DataSource data, long seed) {
        return new Sandbox(Stockroom.on(data), seed);
    }

    public Sessions sessions() {
        return sessions;
    }

    /** Changes what is left and what it costs, as {@code PATCH /sandbox/items/{id}} does. */
    public StockControl control(Clock clock) {
        return new StockControl(
                room,
                id -> programme.find(id).map(session -> session),
                this::hasItem,
                POSSIBLE,
                clock);
    }

    private boolean hasItem(String item) {
        return programme.on(LocalDate.EPOCH).stream()
                .anyMatch(session -> session.itemId().equals(item));
    }

    @Override
    public void close() {
        room.close();
    }
}
