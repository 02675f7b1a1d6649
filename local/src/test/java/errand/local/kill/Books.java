package errand.local.kill;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** Looks into the businesses' own tables, as an auditor would. */
final class Books implements AutoCloseable {

    private final Connection connection;

    Books(String address) throws SQLException {
        connection =
                DriverManager.getConnection(
                        "jdbc:postgresql://%s/errand".formatted(address), "postgres", "postgres");
    }

    /** What one person has: numbers of rows by state, and fen. */
    record Account(
            long bookings,
            long booked,
            long holds,
            long holdsBooked,
            long authorisations,
            long authorisationsCaptured,
            long captures,
            long paid,
            long refunds,
            long wallet) {}

    /** The whole ledger: its sum, and what is still reserved. */
    record Ledger(long sum, long openAuthorisations, long held, long reserved) {}

    Account account(String user) throws SQLException {
        try (var query =
                connection.prepareStatement(
                        """
                        select (select count(*) from fliggy.booking where user_id = u),
                          (select count(*) from fliggy.booking where user_id = u and state = 'BOOKED'),
                          (select count(*) from fliggy.hold where user_id = u),
                          (select count(*) from fliggy.hold where user_id = u and state = 'BOOKED'),
                          (select count(*) from alipay.authorisation where user_id = u),
                          (select count(*) from alipay.authorisation
                            where user_id = u and state = 'CAPTURED'),
                          (select count(*) from alipay.capture where user_id = u),
                          (select coalesce(sum(total), 0) from alipay.capture where user_id = u),
                          (select count(*) from alipay.capture
                            where user_id = u and refunded_at is not null),
                          (select balance from alipay.account where account_id = 'wallet:' || u)
                        from (select ?::text as u)
                        """)) {
            query.setString(1, user);
            try (var row = query.executeQuery()) {
                row.next();
                return new Account(
                        row.getLong(1),
                        row.getLong(2),
                        row.getLong(3),
                        row.getLong(4),
                        row.getLong(5),
                        row.getLong(6),
                        row.getLong(7),
                        row.getLong(8),
                        row.getLong(9),
                        row.getLong(10));
            }
        }
    }

    /** Tasks of a conversation that an agent's inbox remembers as done, of all it remembers. */
    long tasksDone(String agent, String conversationId) throws SQLException {
        return tasks(agent, conversationId, "and verdict = 'DONE'");
    }

    long tasks(String agent, String conversationId) throws SQLException {
        return tasks(agent, conversationId, "");
    }

    private long tasks(String agent, String conversationId, String which) throws SQLException {
        try (var query =
                connection.prepareStatement(
                        "select count(*) from %s.task_inbox where conversation_id = ? %s"
                                .formatted(agent, which))) {
            query.setString(1, conversationId);
            try (var row = query.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    Ledger ledger() throws SQLException {
        try (var query = connection.createStatement();
                var row =
                        query.executeQuery(
                                "select sum, open_authorisations, held, reserved"
                                        + " from alipay.ledger_sum")) {
            row.next();
            return new Ledger(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4));
        }
    }

    /** The highest number of a conversation that the view has folded. */
    long seqInView(String conversationId) throws SQLException {
        try (var query =
                connection.prepareStatement(
                        "select seq from orchestrator.conversation where id = ?")) {
            query.setString(1, conversationId);
            try (var row = query.executeQuery()) {
                return row.next() ? row.getLong(1) : -1;
            }
        }
    }

    /** As a crash of the database does, which the view does not make wait for its disk. */
    void setViewBack() throws SQLException {
        try (var update = connection.createStatement()) {
            update.executeUpdate("update orchestrator.view_offset set next_offset = 0");
        }
    }

    /** Up to where the view has folded, all partitions together. */
    long viewOffsets() throws SQLException {
        try (var query = connection.createStatement();
                var row =
                        query.executeQuery(
                                "select sum(next_offset) from orchestrator.view_offset")) {
            row.next();
            return row.getLong(1);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
