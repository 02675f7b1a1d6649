package errand.embedded;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;

/**
 * A PostgreSQL server on 127.0.0.1 with one database {@code errand}, whose data folder is kept and
 * may be used again. User and password are {@code postgres}.
 */
public final class PostgresServer implements AutoCloseable {

    private final EmbeddedPostgres postgres;

    private PostgresServer(EmbeddedPostgres postgres) {
        this.postgres = postgres;
    }

    /** Starts on a free port; {@code data} is initialised when it is not there. */
    public static PostgresServer start(Path data) {
        return start(data, FreePort.any());
    }

    public static PostgresServer start(Path data, int port) {
        try {
            var postgres =
                    EmbeddedPostgres.builder()
                            .setDataDirectory(data)
                            .setCleanDataDirectory(false)
                            .setPort(port)
                            .setServerConfig("max_connections", "100")
                            .setServerConfig("shared_buffers", "32MB")
                            .start();
            createDatabase(postgres);
            return new PostgresServer(postgres);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "PostgreSQL does not start on port %d with its data in %s"
                            .formatted(port, data),
                    e);
        }
    }

    private static void createDatabase(EmbeddedPostgres postgres) {
        try (var connection = postgres.getPostgresDatabase().getConnection();
                var statement = connection.createStatement();
                var found =
                        statement.executeQuery(
                                "select 1 from pg_database where datname = 'errand'")) {
            if (!found.next()) {
                statement.execute("create database errand");
            }
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot create the database 'errand'", e);
        }
    }

    public int port() {
        return postgres.getPort();
    }

    public String jdbcUrl() {
        return "jdbc:postgresql://127.0.0.1:%d/errand".formatted(port());
    }

    public String username() {
        return "postgres";
    }

    public String password() {
        return "postgres";
    }

    @Override
    public void close() {
        try {
            postgres.close();
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL did not stop cleanly", e);
        }
    }
}
