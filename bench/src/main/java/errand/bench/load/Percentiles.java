package errand.bench.load;

import errand.bench.frame.Better;
import errand.bench.frame.Report;
import org.HdrHistogram.Histogram;

/** How people wait: p50, p95 and p99 of a distribution, as figures and as a line. */
public final class Percentiles {

    private Percentiles() {}

    /**
     * Tells a distribution.
     *
     * @param nanos latencies in nanoseconds
     */
    public static void tell(Report report, String name, Histogram nanos) {
        report.latencies(name, nanos);
        for (double percentile : new double[] {50, 95, 99}) {
            report.figure(
                    "%s p%.0f".formatted(name, percentile),
                    "ms",
                    millis(nanos, percentile),
                    Better.LOWER);
        }
        report.say(
                "%-18s p50 %.1f ms   p95 %.1f ms   p99 %.1f ms   max %.0f ms   (%d)",
                name,
                millis(nanos, 50),
                millis(nanos, 95),
                millis(nanos, 99),
                millis(nanos, 100),
                nanos.getTotalCount());
    }

    private static double millis(Histogram nanos, double percentile) {
        return nanos.getValueAtPercentile(percentile) / 1e6;
    }
}
