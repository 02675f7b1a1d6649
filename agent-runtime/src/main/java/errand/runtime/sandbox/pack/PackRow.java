package errand.runtime.sandbox.pack;

import errand.agent.Money;
import errand.runtime.sandbox.pack.Column.Bounds;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * One line of a CSV file of a world pack. A cell that does not fit is noted, and what is returned
 * for it is of no use: the row will be left out. So one reading finds all that is wrong in a row.
 * Digits may be full-width; a number has no thousands separators.
 */
public final class PackRow {

    private static final BigDecimal MOST_YUAN = BigDecimal.valueOf(10_000_000);

    private final Map<String, String> cells;
    private final List<Column> columns;
    private final Faults faults;

    PackRow(Map<String, String> cells, List<Column> columns, Faults faults) {
        this.cells = cells;
        this.columns = columns;
        this.faults = faults;
    }

    /** Where to say what is wrong with a cell. */
    interface Faults {
        void add(String column, String reason);
    }

    /** What a required column says; not blank. */
    public String text(String column) {
        return cell(column).orElse("");
    }

    /** What an optional column says; empty when the cell is blank or the file lacks the column. */
    public Optional<String> optional(String column) {
        return cell(column);
    }

    /** Parts between semicolons; none when the cell is blank. */
    public List<String> list(String column) {
        return cell(column).stream()
                .flatMap(cell -> Arrays.stream(cell.split("[;；]")))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    /**
     * What a required column says, or the pattern's kind of thing is refused.
     *
     * @param pattern of the whole cell
     * @param kind what fits the pattern, in words
     */
    public String matching(String column, Pattern pattern, String kind) {
        String text = text(column);
        if (!pattern.matcher(text).matches()) {
            refuse(column, "'%s' is not %s.".formatted(text, kind));
        }
        return text;
    }

    /** A whole number within the column's bounds; the least when the cell is blank. */
    public int whole(String column) {
        return whole(column, (int) bounds(column).least());
    }

    /**
     * @param otherwise when the cell is blank
     */
    public int whole(String column, int otherwise) {
        Bounds bounds = bounds(column);
        return read(column, otherwise, Integer::valueOf)
                .filter(bounds::hold)
                .orElseGet(
                        () ->
                                bad(
                                        column,
                                        "a whole number from %.0f to %.0f"
                                                .formatted(bounds.least(), bounds.most()),
                                        0));
    }

    /** A number within the column's bounds; the least when the cell is blank. */
    public double decimal(String column) {
        return decimal(column, bounds(column).least());
    }

    /**
     * @param otherwise when the cell is blank
     */
    public double decimal(String column, double otherwise) {
        Bounds bounds = bounds(column);
        return read(column, otherwise, Double::valueOf)
                .filter(bounds::hold)
                .orElseGet(
                        () ->
                                bad(
                                        column,
                                        "a number from %s to %s"
                                                .formatted(bounds.least(), bounds.most()),
                                        0.0));
    }

    /** An amount in yuan with at most two decimals; more than nothing. */
    public Money yuan(String column) {
        return yuan(column, BigDecimal.valueOf(0.01));
    }

    /** The same, and it may be nothing; nothing when the cell is blank. */
    public Money yuanOrNothing(String column) {
        return yuan(column, BigDecimal.ZERO);
    }

    private Money yuan(String column, BigDecimal least) {
        return read(column, least, BigDecimal::new)
                .filter(yuan -> yuan.compareTo(least) >= 0 && yuan.compareTo(MOST_YUAN) <= 0)
                .filter(yuan -> yuan.stripTrailingZeros().scale() <= 2)
                .map(yuan -> Money.cny(yuan.movePointRight(2).longValueExact()))
                .orElseGet(
                        () ->
                                bad(
                                        column,
                                        "an amount in yuan from %s to %s with at most two decimals"
                                                .formatted(least, MOST_YUAN),
                                        Money.cny(1)));
    }

    /** Such as {@code 08:30}. */
    public LocalTime time(String column) {
        return read(column, LocalTime.MIDNIGHT, LocalTime::parse)
                .orElseGet(() -> bad(column, "a time such as 08:30", LocalTime.MIDNIGHT));
    }

    /** {@code yes} or {@code no}; no when the cell is blank. */
    public boolean flag(String column) {
        return flag(column, false);
    }

    /**
     * @param otherwise when the cell is blank
     */
    public boolean flag(String column, boolean otherwise) {
        return choice(column, List.of("yes", "no"), otherwise ? "yes" : "no").equals("yes");
    }

    /**
     * One of a few words, in lower case.
     *
     * @param otherwise when the cell is blank
     */
    public String choice(String column, List<String> possible, String otherwise) {
        return read(column, otherwise, text -> text.toLowerCase(Locale.ROOT))
                .filter(possible::contains)
                .orElseGet(() -> bad(column, "one of " + String.join(", ", possible), otherwise));
    }

    /** Notes what only the caller can see. */
    public void refuse(String column, String reason) {
        faults.add(column, reason);
    }

    private <V> V bad(String column, String wanted, V instead) {
        faults.add(column, "'%s' is not %s.".formatted(cells.getOrDefault(column, ""), wanted));
        return instead;
    }

    private <V> Optional<V> read(String column, V otherwise, Function<String, V> reader) {
        Optional<String> cell = cell(column);
        if (cell.isEmpty()) {
            return Optional.of(otherwise);
        }
        try {
            return Optional.of(reader.apply(cell.get()));
        } catch (NumberFormatException | DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private Column known(String column) {
        return columns.stream()
                .filter(known -> known.name().equals(column))
                .findFirst()
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "The table has no column '%s', only %s."
                                                .formatted(column, Column.names(columns))));
    }

    private Bounds bounds(String column) {
        Bounds bounds = known(column).bounds();
        if (bounds == null) {
            throw new IllegalArgumentException(
                    "The column '%s' says '%s', which has no bounds."
                            .formatted(column, known(column).kind()));
        }
        return bounds;
    }

    private Optional<String> cell(String column) {
        known(column);
        String cell = cells.getOrDefault(column, "");
        String even = Normalizer.normalize(cell, Normalizer.Form.NFC).strip();
        return even.isEmpty() ? Optional.empty() : Optional.of(digits(even));
    }

    /** Full-width digits and signs where a number is meant; names stay as they are written. */
    private static String digits(String text) {
        String even = Normalizer.normalize(text, Normalizer.Form.NFKC);
        return even.matches("[-+0-9.:]+") ? even : text;
    }
}
