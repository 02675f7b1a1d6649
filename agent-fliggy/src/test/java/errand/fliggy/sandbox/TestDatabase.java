package errand.fliggy.sandbox;

import com.zaxxer.hikari.HikariDataSource;
import errand.embedded.PostgresServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** One real PostgreSQL for all tests of this JVM, with the agent's tables and eight connections. */
final class TestDatabase {

    private static final HikariDataSource POOL = start();

    static final JdbcClient DB = JdbcClient.create(POOL);
    static final JdbcClient OUTSIDE = new QuotePool(POOL).client();
    static final TransactionTemplate TRANSACTIONS =
            new TransactionTemplate(new JdbcTransactionManager(POOL));

    private TestDatabase() {}

    private static HikariDataSource start() {
        PostgresServer server = PostgresServer.start(folder().resolve("pg"));
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(server.jdbcUrl());
        pool.setUsername(server.username());
        pool.setPassword(server.password());
        pool.setMaximumPoolSize(8);
        Flyway.configure()
                .dataSource(pool)
                .schemas("fliggy")
                .locations("classpath:db/fliggy")
                .load()
                .migrate();
        return pool;
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory("errand-fliggy-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
