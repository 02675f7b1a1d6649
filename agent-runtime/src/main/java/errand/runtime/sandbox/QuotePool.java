package errand.runtime.sandbox;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Two connections on which quotes are written, outside of any transaction: a hold that is refused
 * because of its price is rolled back, the new quote it names must stay. A pool of its own, because
 * whoever waits for a second connection of the same pool may wait for himself.
 */
final class QuotePool implements AutoCloseable {

    private final HikariDataSource pool;

    QuotePool(DataSource like) {
        HikariConfig config = new HikariConfig();
        try {
            like.unwrap(HikariDataSource.class).copyStateTo(config);
        } catch (SQLException e) {
            throw new IllegalStateException(
                    "A sandbox needs a Hikari pool, not " + like.getClass(), e);
        }
        config.setPoolName(config.getSchema() + "-quotes");
        config.setMaximumPoolSize(2);
        config.setMinimumIdle(0);
        config.setMetricRegistry(null);
        config.setMetricsTrackerFactory(null);
        this.pool = new HikariDataSource(config);
    }

    JdbcClient client() {
        return JdbcClient.create(pool);
    }

    @Override
    public void close() {
        pool.close();
    }
}
