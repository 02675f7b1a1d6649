package errand.runtime.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.lang.reflect.Proxy;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.transaction.support.SimpleTransactionStatus;

/** What does not need a database: how its loss is told. */
class PostgresInboxTest {

    private static final Claim CLAIM = new Claim("p1/a/do/1", "shop.goods.order", "hash", "c1");

    @Test
    void a_rollback_that_fails_too_does_not_hide_that_the_connection_was_lost() {
        Inbox inbox = new PostgresInbox(lost(), new RollbackFails());

        Throwable thrown =
                catchThrowable(
                        () ->
                                inbox.once(
                                        CLAIM,
                                        () -> {
                                            throw new AssertionError("not reached");
                                        }));

        assertThat(thrown).hasRootCauseInstanceOf(SQLException.class);
        assertThat(Trouble.isPassing(thrown)).isTrue();
        assertThat(thrown.getSuppressed())
                .singleElement()
                .isInstanceOf(TransactionSystemException.class);
    }

    /** A database that was shut down under us. */
    private static DataSource lost() {
        return (DataSource)
                Proxy.newProxyInstance(
                        PostgresInboxTest.class.getClassLoader(),
                        new Class<?>[] {DataSource.class},
                        (proxy, method, arguments) -> {
                            throw new SQLException("terminating connection", "57P01");
                        });
    }

    private static final class RollbackFails implements PlatformTransactionManager {

        @Override
        public TransactionStatus getTransaction(TransactionDefinition definition) {
            return new SimpleTransactionStatus();
        }

        @Override
        public void commit(TransactionStatus status) {
            throw new AssertionError("not reached");
        }

        @Override
        public void rollback(TransactionStatus status) {
            throw new TransactionSystemException("Could not roll back JDBC transaction");
        }
    }
}
