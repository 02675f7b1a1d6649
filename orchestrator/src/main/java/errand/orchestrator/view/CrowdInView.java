package errand.orchestrator.view;

import errand.orchestrator.admission.Crowd;
import errand.orchestrator.admission.Lane;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who is in and who waits, from the rows of the view; the chair is a lock of the database. */
final class CrowdInView implements Crowd {

    /** Any number, the same in every process. */
    private static final long CHAIR = 0x6572_7261_6e64L;

    private static final String THINKING =
            "select user_id, sum(thoughts), sum(coalesce(array_length(string_to_array(queued, ','), 1), 0))"
                    + " from conversation where status = 'thinking' group by user_id";
    private static final String RUNNING =
            "select user_id, count(*) filter (where state = 'running'), count(*) filter (where state = 'queued')"
                    + " from plan where state in ('running', 'queued') group by user_id";

    private final JdbcClient jdbc;
    private final DataSource database;

    CrowdInView(JdbcClient jdbc, DataSource database) {
        this.jdbc = jdbc;
        this.database = database;
    }

    @Override
    public Map<String, Share> shares(Lane lane) {
        Map<String, Share> shares = new HashMap<>();
        jdbc.sql(lane == Lane.PLANNING ? THINKING : RUNNING)
                .query(
                        (row, _) ->
                                shares.put(
                                        row.getString(1), new Share(row.getInt(2), row.getInt(3))))
                .list();
        return shares;
    }

    @Override
    public Set<String> known(Lane lane, Collection<String> ids) {
        return new HashSet<>(
                jdbc.sql(
                                "select id from %s where id = any (?)"
                                        .formatted(lane == Lane.PLANNING ? "message" : "plan"))
                        .param(ids.toArray(String[]::new))
                        .query(String.class)
                        .list());
    }

    @Override
    public List<Waiting> queue(Lane lane) {
        return jdbc.sql(
                        lane == Lane.PLANNING
                                ? "select m.id, c.id, c.user_id from conversation c, string_to_table(c.queued, ',') m(id) where c.status = 'thinking' order by m.id"
                                : "select id, conversation_id, user_id from plan where state = 'queued' order by id")
                .query(
                        (row, _) ->
                                new Waiting(row.getString(1), row.getString(2), row.getString(3)))
                .list();
    }

    @Override
    public @Nullable Chair chair() {
        try {
            Connection connection = database.getConnection();
            if (locks(connection, "select pg_try_advisory_lock(?)")) {
                return new Held(connection);
            }
            connection.close();
            return null;
        } catch (SQLException away) {
            return null;
        }
    }

    private static boolean locks(Connection connection, String sql) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setLong(1, CHAIR);
            try (ResultSet row = query.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }

    /** As long as this connection lives: a process that dies gives it up. */
    private record Held(Connection connection) implements Chair {

        @Override
        public boolean held() {
            try {
                return connection.isValid(1);
            } catch (SQLException gone) {
                return false;
            }
        }

        @Override
        public void close() {
            try (connection) {
                locks(connection, "select pg_advisory_unlock(?)");
            } catch (SQLException gone) {
                // With the connection the lock is gone, too.
            }
        }
    }
}
