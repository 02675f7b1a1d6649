package errand.bench.frame;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/** What one run says while it goes on, and what it gave. */
public final class Report {

    private final PrintStream out;
    private final Map<String, Object> settings = new LinkedHashMap<>();
    private final Map<String, Given> figures = new LinkedHashMap<>();
    private final Map<String, Histogram> latencies = new LinkedHashMap<>();
    private final List<Series> series = new ArrayList<>();
    private @Nullable String voidBecause;
    private @Nullable String failedBecause;

    public Report(PrintStream out) {
        this.out = out;
    }

    /** A figure of this run alone. */
    record Given(String unit, double value, Better better) {}

    /** Prints a line, in {@link java.util.Formatter}'s format. */
    public void say(String line, Object... values) {
        out.printf(line + "%n", values);
        out.flush();
    }

    /** Keeps how something was measured: a setting is the same in every run. */
    public void setting(String name, Object value) {
        settings.put(name, value);
    }

    /**
     * Keeps a figure without printing it; the name is given once in a run.
     *
     * @param value finite: what cannot be told is left out
     */
    public void figure(String name, String unit, double value, Better better) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("'%s' is %s %s".formatted(name, value, unit));
        }
        if (figures.putIfAbsent(name, new Given(unit, value, better)) != null) {
            throw new IllegalArgumentException("'%s' was told twice in one run".formatted(name));
        }
    }

    /** Keeps a ratio to the raw bound of this run, the only figure that days have in common. */
    public void ofBound(String name, double ratio, Better better) {
        figure(name, Figure.OF_BOUND, ratio, better);
    }

    /** Keeps a distribution of latencies in nanoseconds; those of all runs are added up. */
    public void latencies(String name, Histogram nanos) {
        latencies.put(name, nanos);
    }

    /** Keeps how something went on over time; of several runs the first is told. */
    public void series(String name, String unit, int every, List<Double> values) {
        series.add(new Series(name, unit, every, values));
    }

    /** Marks all of it as void, and why; the first reason stands. */
    public void markVoid(String because) {
        if (voidBecause == null) {
            voidBecause = because;
        }
    }

    /** Marks it as not measured to its end, and why: what it has until then is kept. */
    void markFailed(String because) {
        failedBecause = because;
    }

    Map<String, Object> settings() {
        return settings;
    }

    Map<String, Given> figures() {
        return figures;
    }

    Map<String, Histogram> latencies() {
        return latencies;
    }

    List<Series> series() {
        return series;
    }

    @Nullable String voidBecause() {
        return voidBecause;
    }

    @Nullable String failedBecause() {
        return failedBecause;
    }
}
