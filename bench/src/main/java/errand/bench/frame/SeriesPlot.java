package errand.bench.frame;

import java.util.List;
import java.util.Locale;

/** A series as columns, each with its value. */
final class SeriesPlot {

    private static final int COLUMN = 46;
    private static final int HEIGHT = 120;

    private SeriesPlot() {}

    static String svg(Series series) {
        List<Double> values = series.values();
        double most = values.stream().mapToDouble(Double::doubleValue).max().orElse(1);
        var text = new StringBuilder();
        for (int i = 0; i < values.size(); i++) {
            double height = most == 0 ? 0 : values.get(i) / most * HEIGHT;
            text.append(
                    String.format(
                            Locale.ROOT,
                            "<rect x=\"%d\" y=\"%.1f\" width=\"%d\" height=\"%.1f\" fill=\"#1f77b4\"/>"
                                    + "<text x=\"%d\" y=\"%.1f\" text-anchor=\"middle\">%s</text>"
                                    + "<text x=\"%d\" y=\"%d\" text-anchor=\"middle\">%d s</text>",
                            i * COLUMN + 4,
                            20 + HEIGHT - height,
                            COLUMN - 8,
                            height,
                            i * COLUMN + COLUMN / 2,
                            14 + HEIGHT - height,
                            Numbers.shown(values.get(i)),
                            i * COLUMN + COLUMN / 2,
                            HEIGHT + 36,
                            (i + 1) * series.every()));
        }
        int width = Math.max(1, values.size()) * COLUMN;
        return "<svg viewBox=\"0 0 %d %d\" width=\"%d\" role=\"img\" aria-label=\"%s, %s\">%s</svg>\n"
                .formatted(
                        width,
                        HEIGHT + 42,
                        width,
                        Page.escaped(series.name()),
                        Page.escaped(series.unit()),
                        text);
    }
}
