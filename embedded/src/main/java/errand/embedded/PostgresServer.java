package errand.embedded;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * A PostgreSQL server on 127.0.0.1 with one database {@code errand}, whose data folder is kept and
 * may be used again. User and password are {@code postgres}. It ends with this JVM.
 */
public final class PostgresServer implements AutoCloseable {

    /** Who connects, and with which password: the server trusts whoever is on this machine. */
    public static final String USER = "postgres";

    private static final Duration STARTS_WITHIN = Duration.ofSeconds(30);
    private static final Duration STOPS_WITHIN = Duration.ofSeconds(8);

    private final Process process;
    private final int port;
    private final Thread atExit = new Thread(this::stop, "postgres-stop");

    private PostgresServer(Process process, int port) {
        this.process = process;
        this.port = port;
        Runtime.getRuntime().addShutdownHook(atExit);
    }

    /** Starts on a free port; {@code data} is initialised when it is not there. */
    public static PostgresServer start(Path data) {
        return start(data, FreePort.any());
    }

    /** What the server says is appended to {@code data} + {@code .log}. */
    public static PostgresServer start(Path data, int port) {
        var log = new File(data + ".log");
        try {
            var process =
                    new ProcessBuilder(PostgresCommand.server(data, port))
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
                            .start();
            var server = new PostgresServer(process, port);
            if (!awaitReady(port, STARTS_WITHIN, process::isAlive)) {
                server.close();
                throw new IllegalStateException(
                        "PostgreSQL did not start on port %d with its data in %s; it says why in %s"
                                .formatted(port, data, log));
            }
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot run PostgreSQL", e);
        }
    }

    /** Waits until the server answers, and sees to it that the database is there. */
    public static boolean awaitReady(int port, Duration within, Liveness alive) {
        long until = System.nanoTime() + within.toNanos();
        while (System.nanoTime() - until < 0 && alive.isAlive()) {
            if (hasDatabase(port)) {
                return true;
            }
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return false;
    }

    /** Whether the process that is waited for still runs. */
    public interface Liveness {
        boolean isAlive();
    }

    private static boolean hasDatabase(int port) {
        try (var connection = connect(url(port, "postgres"));
                var statement = connection.createStatement();
                var found =
                        statement.executeQuery(
                                "select 1 from pg_database where datname = 'errand'")) {
            if (!found.next()) {
                statement.execute("create database errand");
            }
            return true;
        } catch (SQLException e) {
            return false;
        }
    }

    private static Connection connect(String url) throws SQLException {
        return DriverManager.getConnection(url, USER, USER);
    }

    private static String url(int port, String database) {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database);
    }

    public static String jdbcUrl(int port) {
        return url(port, "errand");
    }

    public int port() {
        return port;
    }

    public String jdbcUrl() {
        return jdbcUrl(port);
    }

    public String username() {
        return USER;
    }

    public String password() {
        return USER;
    }

    @Override
    public void close() {
        stop();
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException e) {
            // This JVM is ending: the hook runs or has run.
        }
    }

    private void stop() {
        stop(process.toHandle(), STOPS_WITHIN);
    }

    /** Ends a server without waiting for its clients to go; it flushes what it has. */
    public static void stop(ProcessHandle postmaster, Duration within) {
        if (!postmaster.isAlive()) {
            return;
        }
        try {
            // INT is PostgreSQL's fast stop; TERM would wait for every client.
            new ProcessBuilder("kill", "-INT", Long.toString(postmaster.pid())).start().waitFor();
            postmaster.onExit().get(within.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            postmaster.destroyForcibly();
        }
    }
}
