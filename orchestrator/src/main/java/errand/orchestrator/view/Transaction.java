package errand.orchestrator.view;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** All of it or nothing; a failure says its own reason, whatever the rollback says. */
final class Transaction {

    private Transaction() {}

    /** What one transaction writes. */
    interface Writes {
        void to(Connection connection) throws SQLException;
    }

    static void on(DataSource database, Writes writes) throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                writes.to(connection);
                connection.commit();
                connection.setAutoCommit(true);
            } catch (SQLException | RuntimeException failed) {
                undo(connection, failed);
                throw failed;
            }
        }
    }

    /** On a lost connection this fails too, which says nothing new. */
    private static void undo(Connection connection, Exception why) {
        try {
            connection.rollback();
            connection.setAutoCommit(true);
        } catch (SQLException lost) {
            why.addSuppressed(lost);
        }
    }
}
