package errand.runtime.sandbox.pack;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A column of a table in a world pack, as it is documented and checked. Required unless {@link
 * #optional} says otherwise.
 *
 * @param name as in the header line
 * @param kind what its cells look like, in words: {@code whole number 0 to 999}
 * @param required whether each row must fill it
 * @param description what it says, in a line
 * @param example a cell that fits
 * @param bounds of a number; null where cells are none, or unbounded
 */
public record Column(
        String name,
        String kind,
        boolean required,
        String description,
        String example,
        @Nullable Bounds bounds) {

    /** The least and the most that a number may be. */
    public record Bounds(double least, double most) {

        boolean hold(double number) {
            return number >= least && number <= most;
        }
    }

    /** Of any other kind, told in words; its table checks what the words say. */
    public static Column of(String name, String kind, String description, String example) {
        return new Column(name, kind, true, description, example, null);
    }

    public static Column text(String name, String description, String example) {
        return of(name, "text", description, example);
    }

    /** Read by {@link PackRow#list}. */
    public static Column texts(String name, String description, String example) {
        return of(name, "texts between ;", description, example);
    }

    /** Read by {@link PackRow#flag}. */
    public static Column flag(String name, String description, String example) {
        return of(name, "yes or no", description, example);
    }

    public static Column time(String name, String description, String example) {
        return of(name, "time", description, example);
    }

    /** Read by {@link PackRow#yuan} or {@link PackRow#yuanOrNothing}. */
    public static Column yuan(String name, String description, String example) {
        return of(name, "yuan", description, example);
    }

    /** Read by {@link PackRow#whole}. */
    public static Column whole(
            String name, int least, int most, String description, String example) {
        return of(name, "whole number %d to %d".formatted(least, most), description, example)
                .within(least, most);
    }

    /** The same, an amount without fen. */
    public static Column wholeYuan(
            String name, int least, int most, String description, String example) {
        return of(name, "whole yuan %d to %d".formatted(least, most), description, example)
                .within(least, most);
    }

    /** Read by {@link PackRow#decimal}. */
    public static Column number(
            String name, int least, int most, String description, String example) {
        return of(name, "number %d to %d".formatted(least, most), description, example)
                .within(least, most);
    }

    /** Of latitude or longitude; read by {@link PackRow#decimal}. */
    public static Column degrees(
            String name, int least, int most, String description, String example) {
        return of(name, "number", description, example).within(least, most);
    }

    /** The same, for a cell that may be blank, or a column that the file may lack. */
    public Column optional() {
        return new Column(name, kind, false, description, example, bounds);
    }

    private Column within(int least, int most) {
        return new Column(name, kind, required, description, example, new Bounds(least, most));
    }

    static List<String> names(List<Column> columns) {
        return columns.stream().map(Column::name).toList();
    }
}
