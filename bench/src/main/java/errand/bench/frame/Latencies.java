package errand.bench.frame;

import java.util.List;
import java.util.stream.DoubleStream;
import org.HdrHistogram.Histogram;

/**
 * A distribution of latencies, of all runs together.
 *
 * @param count how many were measured
 * @param points milliseconds by percentile, rising
 */
public record Latencies(String name, String unit, long count, List<Point> points) {

    private static final double[] PERCENTILES = {
        0, 10, 25, 50, 75, 90, 95, 99, 99.5, 99.9, 99.95, 99.99, 100
    };

    /** So many milliseconds at most, for so many per cent. */
    public record Point(double percentile, double value) {}

    public Latencies {
        points = List.copyOf(points);
    }

    /**
     * @param nanos latencies in nanoseconds
     */
    static Latencies of(String name, Histogram nanos) {
        return new Latencies(
                name,
                "ms",
                nanos.getTotalCount(),
                DoubleStream.of(PERCENTILES)
                        .mapToObj(p -> new Point(p, nanos.getValueAtPercentile(p) / 1e6))
                        .toList());
    }
}
