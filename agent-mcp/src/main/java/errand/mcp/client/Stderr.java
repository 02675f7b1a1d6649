package errand.mcp.client;

import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * What a server's process says on standard error, for the log: long lines are cut, and of many
 * lines in one minute the rest is counted only.
 */
final class Stderr implements Consumer<String> {

    static final int LONGEST_LINE = 500;
    static final int LINES_PER_MINUTE = 100;
    private static final long MINUTE = 60_000_000_000L;

    private final Consumer<String> log;
    private final LongSupplier nanos;
    private long began;
    private int lines;
    private int leftOut;

    /**
     * @param nanos a clock such as {@link System#nanoTime}
     */
    Stderr(Consumer<String> log, LongSupplier nanos) {
        this.log = log;
        this.nanos = nanos;
        this.began = nanos.getAsLong();
    }

    @Override
    public synchronized void accept(String line) {
        if (nanos.getAsLong() - began >= MINUTE) {
            if (leftOut > 0) {
                log.accept("(%d more lines in a minute were left out)".formatted(leftOut));
            }
            began = nanos.getAsLong();
            lines = 0;
            leftOut = 0;
        }
        if (lines >= LINES_PER_MINUTE) {
            leftOut++;
            return;
        }
        lines++;
        String printable = line.replaceAll("\\p{Cntrl}+", " ");
        log.accept(
                printable.length() <= LONGEST_LINE
                        ? printable
                        : printable.substring(0, LONGEST_LINE - 1) + "…");
    }
}
