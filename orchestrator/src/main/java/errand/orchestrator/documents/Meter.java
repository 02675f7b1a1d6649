package errand.orchestrator.documents;

import com.dashjoin.jsonata.JException;
import com.dashjoin.jsonata.Jsonata.EntryCallback;
import com.dashjoin.jsonata.Jsonata.ExitCallback;
import com.dashjoin.jsonata.Jsonata.Frame;
import com.dashjoin.jsonata.Parser.Symbol;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Bounds one evaluation. Work is counted, not timed: one unit for each node that is evaluated and
 * one for each value that a result holds, so that an expression is refused on every machine or on
 * none. The library's own bounds look only at time and at some of the depth.
 *
 * <p>Behind the counted bounds stands one second of processor time (never of the wall: a paused
 * machine changes nothing), looked at once in a few thousand units: the net for single calls that
 * take long by themselves. It yields a fault, and only there could running an inbox again give
 * another result than the first run; the counted bounds end long before. Folding the facts never
 * evaluates anything.
 */
final class Meter implements EntryCallback, ExitCallback {

    /** Units of work in one evaluation: about 20 ms, a few times that on a JVM just started. */
    static final int WORK = 30_000;

    /** Nested evaluations. */
    static final int DEPTH = 50;

    /** Elements of one list. */
    static final int ELEMENTS = 10_000;

    /** Characters of one text. */
    static final int TEXT = 65_536;

    private static final long NANOS = 1_000_000_000;
    private static final int LOOK_EVERY = 4_096;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private int work;
    private int depth;
    private int looked;
    private long since;
    private @Nullable String exceeded;

    /** Why the evaluation was stopped, or null. */
    @Nullable String exceeded() {
        return exceeded;
    }

    /** Units of work so far. */
    int work() {
        return work;
    }

    @Override
    public void callback(Symbol expression, Object input, Frame environment) {
        if (++depth > DEPTH) {
            stop("goes deeper than %d levels".formatted(DEPTH));
        }
        charge(1);
    }

    @Override
    public void callback(
            Symbol expression, Object input, Frame environment, @Nullable Object result) {
        depth--;
        switch (result) {
            case null -> {}
            case String text -> {
                text(text.length());
                charge(text.length() >> 6);
            }
            case Number number -> exact(number);
            case Map<?, ?> map -> charge(weight(map));
            case List<?> list -> {
                if (list.size() > ELEMENTS) {
                    stop("makes a list of more than %d elements".formatted(ELEMENTS));
                }
                charge(weight(list));
            }
            case Pattern pattern -> stop("holds a regular expression, which is not allowed");
            default -> {}
        }
    }

    /** Refuses a text that has grown too long. */
    static void text(int length) {
        if (length > TEXT) {
            throw new JException("makes a text of more than %d characters".formatted(TEXT), 0);
        }
    }

    private void exact(Number number) {
        if (!(number instanceof Integer) && Math.abs(number.doubleValue()) > CanonicalJson.EXACT) {
            stop("gives a number that cannot be kept exactly (beyond 2^53)");
        }
    }

    private void charge(int units) {
        work += units;
        if (work > WORK) {
            stop("is too much work (more than %d units)".formatted(WORK));
        }
        if (work - looked >= LOOK_EVERY) {
            looked = work;
            long now = processorTime();
            since = since == 0 ? now : since;
            if (now - since > NANOS) {
                stop("takes too long (more than 1 s)");
            }
        }
    }

    private static long processorTime() {
        return Thread.currentThread().isVirtual()
                ? System.nanoTime()
                : THREADS.getCurrentThreadCpuTime();
    }

    private void stop(String why) {
        exceeded = why;
        throw new JException(why, 0);
    }

    /** How many values a tree holds; what was given is cheap, what was made counts in full. */
    private int weight(@Nullable Object value) {
        return switch (value) {
            case Given.Properties given -> Given.weight(given) >> 6;
            case Given.Elements given -> Given.weight(given) >> 4;
            case Map<?, ?> map -> sum(map.values());
            case List<?> list -> sum(list);
            case null, default -> 1;
        };
    }

    private int sum(Iterable<?> values) {
        int sum = 1;
        for (Object value : values) {
            sum += weight(value);
            if (work + sum > WORK) {
                stop("is too much work (more than %d units)".formatted(WORK));
            }
        }
        return sum;
    }
}
