package errand.orchestrator;

import errand.orchestrator.engine.SharedTopics;
import errand.runtime.settings.KafkaSettings;
import errand.runtime.settings.RegistrySettings;
import errand.schemas.WrongTopics;
import errand.schemas.registry.SchemaRefused;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.env.Environment;

/**
 * What the service stands on: the broker with its topics, the registry with its schemas, the
 * database with its tables. Waits for each, saying for which, and gives up after a while.
 */
final class Ground {

    private static final Logger log = LoggerFactory.getLogger(Ground.class);
    private static final Duration SAY_AGAIN = Duration.ofSeconds(5);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(250);

    private final KafkaSettings kafka;
    private final RegistrySettings registry;
    private final SharedTopics topics;
    private final DataSource database;
    private final Duration patience;
    private final String databaseUrl;

    Ground(
            KafkaSettings kafka,
            RegistrySettings registry,
            SharedTopics topics,
            DataSource database,
            Environment environment) {
        this.kafka = kafka;
        this.registry = registry;
        this.topics = topics;
        this.database = database;
        this.patience =
                environment.getProperty(
                        "errand.start.patience", Duration.class, Duration.ofSeconds(60));
        this.databaseUrl = environment.getProperty("spring.datasource.url", "");
    }

    /** Something that is needed did not come in time. */
    static final class Missing extends IllegalStateException {
        private static final long serialVersionUID = 1L;

        Missing(String message, Throwable cause) {
            super(message, cause);
        }
    }

    private interface Attempt {
        void run() throws Exception;
    }

    void prepare() {
        await("the broker at " + kafka.bootstrapServers(), topics::create);
        await("the schema registry at " + registry.url(), topics::register);
        await("the database at " + databaseUrl, this::reachDatabase);
        migrate();
    }

    private void reachDatabase() throws SQLException {
        try (var connection = database.getConnection()) {
            if (!connection.isValid(5)) {
                throw new SQLException("The connection is not valid.");
            }
        }
    }

    private void migrate() {
        Flyway.configure(Ground.class.getClassLoader())
                .dataSource(database)
                .schemas("orchestrator")
                .locations("classpath:db/orchestrator")
                .load()
                .migrate();
    }

    private void await(String what, Attempt attempt) {
        long end = System.nanoTime() + patience.toNanos();
        long say = System.nanoTime();
        while (true) {
            try {
                attempt.run();
                return;
            } catch (WrongTopics | SchemaRefused wrong) {
                throw wrong;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new Missing("Interrupted while waiting for " + what, e);
            } catch (Exception away) {
                if (System.nanoTime() > end) {
                    throw new Missing(
                            "Waited %d s for %s: %s. Start it, or correct the address."
                                    .formatted(patience.toSeconds(), what, away.getMessage()),
                            away);
                }
                if (System.nanoTime() >= say) {
                    log.info("Waiting for {}: {}", what, away.getMessage());
                    say = System.nanoTime() + SAY_AGAIN.toNanos();
                }
                LockSupport.parkNanos(LOOK_AGAIN.toNanos());
            }
        }
    }
}
