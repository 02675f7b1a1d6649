package errand.orchestrator.view;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Many rows as one statement: a column of values per parameter, for {@code unnest}. One round trip
 * and one plan whatever the number of rows.
 */
final class Columns<R> {

    /** Longer texts than this would not fit an index. */
    private static final int INDEXED = 500;

    private final List<R> rows;
    private final List<Column> columns = new ArrayList<>();

    private record Column(String type, @Nullable Object[] values) {}

    Columns(Collection<R> rows) {
        this.rows = List.copyOf(rows);
    }

    /** Text that stands in an index: cut where it would not fit one. */
    Columns<R> key(Function<R, String> value) {
        return text(row -> cut(value.apply(row)));
    }

    Columns<R> text(Function<R, @Nullable String> value) {
        return column("text", row -> withoutNul(value.apply(row)));
    }

    Columns<R> number(Function<R, @Nullable Long> value) {
        return column("int8", value::apply);
    }

    Columns<R> time(Function<R, @Nullable Instant> value) {
        return column(
                "timestamptz",
                row -> {
                    Instant at = value.apply(row);
                    return at == null ? null : Timestamp.from(at);
                });
    }

    Columns<R> flag(Function<R, Boolean> value) {
        return column("bool", value::apply);
    }

    private Columns<R> column(String type, Function<R, @Nullable Object> value) {
        @Nullable Object[] values = new @Nullable Object[rows.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = value.apply(rows.get(i));
        }
        columns.add(new Column(type, values));
        return this;
    }

    /** Runs the statement; its parameters are the columns, in order. No rows, no statement. */
    int run(Connection connection, String sql) throws SQLException {
        if (rows.isEmpty()) {
            return 0;
        }
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            int index = 1;
            for (Column column : columns) {
                Array array = connection.createArrayOf(column.type(), column.values());
                statement.setArray(index++, array);
            }
            return statement.executeUpdate();
        }
    }

    private static String cut(String text) {
        return text.length() <= INDEXED ? text : text.substring(0, INDEXED);
    }

    /** PostgreSQL has no text with a NUL in it. */
    private static @Nullable String withoutNul(@Nullable String text) {
        return text == null || text.indexOf('\0') < 0 ? text : text.replace('\0', '\uFFFD');
    }
}
