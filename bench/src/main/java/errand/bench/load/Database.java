package errand.bench.load;

import errand.bench.frame.Ground;
import java.sql.DriverManager;
import java.sql.SQLException;

/** The installation's PostgreSQL, read from outside, as an auditor does. */
public record Database(String address) {

    public static Database of(Ground ground) {
        return new Database(ground.database());
    }

    /**
     * Counts rows.
     *
     * @param what a table, with its schema, and a condition if there is one
     */
    public long count(String what) {
        var url = "jdbc:postgresql://%s/errand".formatted(address);
        try (var connection = DriverManager.getConnection(url, "postgres", "postgres");
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select count(*) from " + what)) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot count " + what, e);
        }
    }
}
