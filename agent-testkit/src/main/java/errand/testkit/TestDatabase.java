package errand.testkit;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import errand.embedded.PostgresServer;
import errand.runtime.work.Migrations;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A database of its own on a real PostgreSQL, migrated for one agent. The server starts with the
 * first one and ends with the JVM.
 */
public final class TestDatabase {

    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static @Nullable PostgresServer server;

    private TestDatabase() {}

    /** Empty but for the inbox and what {@code db/<agent>} creates; close it when done. */
    public static HikariDataSource forAgent(String agent) {
        HikariDataSource data = empty(agent);
        Migrations.migrate(data, agent);
        return data;
    }

    /** Without any table; the schema {@code agent} is what unqualified names mean. */
    public static HikariDataSource empty(String agent) {
        PostgresServer postgres = server();
        String name = "t" + NUMBER.incrementAndGet() + "_" + ProcessHandle.current().pid();
        try (HikariDataSource admin = pool(postgres, postgres.jdbcUrl(), "public", 1)) {
            JdbcClient.create(admin).sql("create database " + name).update();
        }
        return pool(postgres, postgres.jdbcUrl().replaceFirst("/errand\\b", "/" + name), agent, 8);
    }

    private static HikariDataSource pool(
            PostgresServer postgres, String url, String schema, int most) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setUsername(postgres.username());
        config.setPassword(postgres.password());
        config.setSchema(schema);
        config.setMaximumPoolSize(most);
        config.setMinimumIdle(0);
        return new HikariDataSource(config);
    }

    private static synchronized PostgresServer server() {
        PostgresServer running = server;
        if (running == null) {
            try {
                running = PostgresServer.start(Files.createTempDirectory("errand-test-pg"));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            Runtime.getRuntime().addShutdownHook(new Thread(running::close));
            server = running;
        }
        return running;
    }
}
