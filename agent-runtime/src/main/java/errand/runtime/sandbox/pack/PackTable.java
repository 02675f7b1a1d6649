package errand.runtime.sandbox.pack;

import java.util.List;
import java.util.function.Function;

/**
 * A table that a world pack may bring: {@code <agent>/<name>.csv}, UTF-8, a header line with the
 * names of its columns in any order, RFC 4180 quotes, comment lines after {@code #}.
 *
 * @param path below the pack's folder, such as {@code taobao/goods.csv}
 * @param description what a row is, in a line
 * @param columns the first one is the id: no two rows of the table have the same
 * @param row makes a row; what it reads through {@link PackRow} and does not fit becomes a fault
 *     with file, line and reason, and the row is left out
 */
public record PackTable<T>(
        String path, String description, List<Column> columns, Function<PackRow, T> row) {

    public PackTable {
        columns = List.copyOf(columns);
        if (!path.matches("[a-z][a-z0-9-]*/[a-z][a-z0-9-]*\\.csv")) {
            throw new IllegalArgumentException("'%s' is not <agent>/<name>.csv.".formatted(path));
        }
        if (columns.isEmpty() || !columns.getFirst().required()) {
            throw new IllegalArgumentException(
                    "The first column of '%s' must be its id and required.".formatted(path));
        }
    }

    /** A row as it was read, and where. */
    public record Read<T>(T row, int line) {}
}
