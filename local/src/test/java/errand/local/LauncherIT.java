package errand.local;

import static org.awaitility.Awaitility.await;

import errand.embedded.FreePort;
import errand.embedded.PostgresServer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a launcher does to processes. */
@Tag("integration")
class LauncherIT {

    /** A process of the server that computes does not notice at once that its parent is gone. */
    @Test
    void a_database_that_was_killed_at_work_can_be_started_at_once(@TempDir Path folder)
            throws SQLException {
        int port = FreePort.any();
        var launcher = launcher(folder, port);
        launcher.start("postgres");
        try {
            launcher.awaitReady("postgres");
            try (var client = connection(port)) {
                Thread.startVirtualThread(() -> computeForTwoSeconds(port));
                await().until(() -> isComputing(client));
                launcher.kill("postgres");
            }
            launcher.start("postgres");
            launcher.awaitReady("postgres");
        } finally {
            launcher.stop("postgres");
        }
    }

    private static Launcher launcher(Path folder, int port) {
        var data = new DataFolder(folder);
        data.create();
        return new Launcher(
                new Deployment(
                        folder.toString(),
                        true,
                        List.of(),
                        List.of(),
                        Map.of("postgres", port),
                        Instant.now(),
                        null,
                        null,
                        null));
    }

    private static void computeForTwoSeconds(int port) {
        try (var client = connection(port);
                var statement = client.createStatement()) {
            statement.execute(
                    """
                    do $$ declare since timestamptz = clock_timestamp(); begin
                      while clock_timestamp() < since + interval '2 s' loop null; end loop;
                    end $$\
                    """);
        } catch (SQLException killed) {
            // As it should be.
        }
    }

    private static boolean isComputing(Connection client) throws SQLException {
        try (var statement = client.createStatement();
                var row =
                        statement.executeQuery(
                                "select count(*) from pg_stat_activity"
                                        + " where state = 'active' and query like 'do %'")) {
            row.next();
            return row.getInt(1) == 1;
        }
    }

    private static Connection connection(int port) throws SQLException {
        return DriverManager.getConnection(
                PostgresServer.jdbcUrl(port), PostgresServer.USER, PostgresServer.USER);
    }
}
