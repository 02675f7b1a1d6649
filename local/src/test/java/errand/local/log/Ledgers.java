package errand.local.log;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The businesses' own tables, read as an auditor would. */
final class Ledgers implements AutoCloseable {

    /** Whose orders are paid for; who else binds a person keeps books of its own. */
    static final List<String> SELLERS = List.of("fliggy", "amap", "flash", "taobao");

    private final Connection connection;

    Ledgers(String address) throws SQLException {
        connection =
                DriverManager.getConnection(
                        "jdbc:postgresql://%s/errand".formatted(address), "postgres", "postgres");
    }

    /** What every business still holds back, by business; nothing when all is as it should be. */
    Map<String, Long> held() throws SQLException {
        Map<String, Long> held = new TreeMap<>();
        for (String seller : SELLERS) {
            put(held, seller, "select count(*) from %s.hold where state = 'HELD'", seller);
        }
        put(held, "alipay", "select open_authorisations + held from alipay.ledger_sum");
        held.values().removeIf(none -> none == 0);
        return held;
    }

    /** Orders that stand, of all sellers. */
    long orders() throws SQLException {
        long orders = 0;
        for (String seller : SELLERS) {
            orders +=
                    number(
                            "select count(*) from %s.booking where state = 'BOOKED'"
                                    .formatted(seller));
        }
        return orders;
    }

    /** Fen that were paid and not given back. */
    long captured() throws SQLException {
        return number("select coalesce(sum(total - refunded), 0) from alipay.capture");
    }

    /** The double entry. */
    long sum() throws SQLException {
        return number("select sum from alipay.ledger_sum");
    }

    /** Whether an agent keeps its inbox where the Java runtime does. */
    boolean hasInbox(String agent) throws SQLException {
        return number("select count(to_regclass('%s.task_inbox'))".formatted(agent)) == 1;
    }

    /** How many tasks of an agent changed something, as its inbox remembers them. */
    long done(String agent) throws SQLException {
        return number("select count(*) from %s.task_inbox where verdict = 'DONE'".formatted(agent));
    }

    private void put(Map<String, Long> to, String name, String sql, Object... values)
            throws SQLException {
        to.put(name, number(sql.formatted(values)));
    }

    private long number(String sql) throws SQLException {
        try (var query = connection.createStatement();
                var row = query.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
