package errand.bench.frame;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Latencies by percentile, as HdrHistogram's own plots show them: each further nine of the
 * percentile is as wide as the one before, and milliseconds are on a logarithmic scale.
 */
final class LatencyPlot {

    private static final int WIDTH = 900;
    private static final int HEIGHT = 380;
    private static final int LEFT = 60;
    private static final int RIGHT = 240;
    private static final int TOP = 15;
    private static final int BOTTOM = 35;
    private static final double NINES = 4;
    private static final String[] COLOURS = {
        "#1f77b4", "#d62728", "#2ca02c", "#9467bd", "#ff7f0e", "#17becf", "#8c564b", "#e377c2"
    };

    private final List<Latencies> all;
    private final double least;
    private final double most;

    private LatencyPlot(List<Latencies> all) {
        this.all = all;
        double[] values =
                all.stream()
                        .flatMap(one -> one.points().stream())
                        .mapToDouble(Latencies.Point::value)
                        .map(value -> Math.max(value, 0.01))
                        .sorted()
                        .toArray();
        this.least = Math.floor(Math.log10(values.length == 0 ? 1 : values[0]));
        this.most =
                Math.max(
                        least + 1,
                        Math.ceil(Math.log10(values.length == 0 ? 10 : values[values.length - 1])));
    }

    static String svg(List<Latencies> all) {
        var plot = new LatencyPlot(all);
        return "<svg viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"latency by percentile\">%s%s</svg>\n"
                .formatted(WIDTH, HEIGHT, plot.grid(), plot.lines());
    }

    private String grid() {
        var text = new StringBuilder();
        for (int power = (int) least; power <= most; power++) {
            text.append(line(LEFT, y(Math.pow(10, power)), WIDTH - RIGHT, y(Math.pow(10, power))));
            text.append(text(LEFT - 8, y(Math.pow(10, power)) + 4, "end", ms(Math.pow(10, power))));
        }
        for (double percentile : new double[] {0, 90, 99, 99.9, 99.99}) {
            text.append(line(x(percentile), TOP, x(percentile), HEIGHT - BOTTOM));
            text.append(
                    text(
                            x(percentile),
                            HEIGHT - BOTTOM + 18,
                            "middle",
                            percentile == 0 ? "0" : "p" + trimmed(percentile)));
        }
        return text.toString();
    }

    private String lines() {
        return IntStream.range(0, all.size()).mapToObj(this::line).collect(Collectors.joining());
    }

    private String line(int i) {
        Latencies one = all.get(i);
        String colour = COLOURS[i % COLOURS.length];
        String points =
                one.points().stream()
                        .map(
                                point ->
                                        "%s,%s"
                                                .formatted(
                                                        round(x(point.percentile())),
                                                        round(y(point.value()))))
                        .collect(Collectors.joining(" "));
        return "<polyline fill=\"none\" stroke=\"%s\" stroke-width=\"2\" points=\"%s\"/>"
                        .formatted(colour, points)
                + "<text x=\"%d\" y=\"%d\" fill=\"%s\">%s</text>"
                        .formatted(
                                WIDTH - RIGHT + 15,
                                TOP + 14 + i * 18,
                                colour,
                                Page.escaped(one.name()) + " (" + one.count() + ")");
    }

    /** 0, 90, 99, 99.9, 99.99 stand equally far apart; the worst is at the right. */
    static double x(double percentile) {
        double rest = Math.max(1 - percentile / 100, Math.pow(10, -NINES));
        return LEFT + (WIDTH - RIGHT - LEFT) * -Math.log10(rest) / NINES;
    }

    private double y(double ms) {
        double share = (Math.log10(Math.max(ms, 0.01)) - least) / (most - least);
        return HEIGHT - BOTTOM - (HEIGHT - BOTTOM - TOP) * share;
    }

    private static String ms(double value) {
        return trimmed(value) + " ms";
    }

    private static String trimmed(double value) {
        return value == Math.rint(value)
                ? Long.toString((long) value)
                : Double.toString(Math.round(value * 100) / 100.0);
    }

    private static String line(double x1, double y1, double x2, double y2) {
        return "<line x1=\"%s\" y1=\"%s\" x2=\"%s\" y2=\"%s\" stroke=\"#ddd\"/>"
                .formatted(round(x1), round(y1), round(x2), round(y2));
    }

    private static String text(double x, double y, String anchor, String words) {
        return "<text x=\"%s\" y=\"%s\" text-anchor=\"%s\">%s</text>"
                .formatted(round(x), round(y), anchor, words);
    }

    private static String round(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
