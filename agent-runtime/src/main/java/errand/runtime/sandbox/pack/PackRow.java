package errand.runtime.sandbox.pack;

import errand.agent.Money;
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

    public int whole(String column, int least, int most) {
        return whole(column, least, most, least);
    }

    /**
     * @param otherwise when the cell is blank
     */
    public int whole(String column, int least, int most, int otherwise) {
        return read(column, otherwise, Integer::valueOf)
                .filter(number -> number >= least && number <= most)
                .orElseGet(
                        () ->
                                bad(
                                        column,
                                        "a whole number from %d to %d".formatted(least, most),
                                        0));
    }

    public double decimal(String column, double least, double most) {
        return read(column, least, Double::valueOf)
                .filter(number -> number >= least && number <= most)
                .orElseGet(() -> bad(column, "a number from %s to %s".formatted(least, most), 0.0));
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
        return choice(column, List.of("yes", "no"), "no").equals("yes");
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

    private Optional<String> cell(String column) {
        if (columns.stream().noneMatch(known -> known.name().equals(column))) {
            throw new IllegalArgumentException(
                    "The table has no column '%s', only %s."
                            .formatted(column, Column.names(columns)));
        }
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
