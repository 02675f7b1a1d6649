package errand.orchestrator.web.stream;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a page stands in the log: the id of an event it has seen, {@code partition-offset-index}.
 * Means the same on every web node, for ever.
 *
 * @param index of the event among those that one record tells
 */
public record Cursor(int partition, long offset, int index) implements Comparable<Cursor> {

    private static final Pattern FORM = Pattern.compile("(\\d{1,9})-(\\d{1,18})-(\\d{1,9})");
    private static final Comparator<Cursor> ORDER =
            Comparator.comparingLong(Cursor::offset).thenComparingInt(Cursor::index);

    /** Empty for text that no stream of ours has sent. */
    public static Optional<Cursor> parse(String text) {
        Matcher found = FORM.matcher(text.strip());
        return found.matches()
                ? Optional.of(
                        new Cursor(
                                Integer.parseInt(found.group(1)),
                                Long.parseLong(found.group(2)),
                                Integer.parseInt(found.group(3))))
                : Optional.empty();
    }

    /** Within one partition: a conversation never leaves its own. */
    @Override
    public int compareTo(Cursor other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return partition + "-" + offset + "-" + index;
    }
}
