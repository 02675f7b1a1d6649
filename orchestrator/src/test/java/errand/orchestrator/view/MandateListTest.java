package errand.orchestrator.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.AbstractDataSource;

class MandateListTest {

    @Test
    void a_database_that_is_away_knows_no_mandate_and_holds_nothing_up() {
        MandateList list =
                new MandateList(
                        JdbcClient.create(
                                new AbstractDataSource() {
                                    @Override
                                    public Connection getConnection() throws SQLException {
                                        throw new SQLException("away");
                                    }

                                    @Override
                                    public Connection getConnection(String user, String password)
                                            throws SQLException {
                                        return getConnection();
                                    }
                                }));
        assertThat(list.active("demo", Instant.EPOCH)).isFalse();
    }
}
