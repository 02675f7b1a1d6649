package errand.runtime.sandbox.pack;

import java.util.List;

/**
 * A column of a table in a world pack, as it is documented and checked.
 *
 * @param name as in the header line
 * @param kind what its cells look like, in words: {@code whole number 0 to 999}
 * @param required whether each row must fill it
 * @param description what it says, in a line
 * @param example a cell that fits
 */
public record Column(
        String name, String kind, boolean required, String description, String example) {

    public static Column required(String name, String kind, String description, String example) {
        return new Column(name, kind, true, description, example);
    }

    public static Column optional(String name, String kind, String description, String example) {
        return new Column(name, kind, false, description, example);
    }

    static List<String> names(List<Column> columns) {
        return columns.stream().map(Column::name).toList();
    }
}
