package errand.bench.frame;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One page with all that a bench gave: no network, no scripts, plots as SVG. */
final class Page {

    private final Result result;
    private final Map<String, Comparison.Change> changes = new HashMap<>();
    private final @Nullable Comparison comparison;

    Page(Result result, @Nullable Comparison comparison) {
        this.result = result;
        this.comparison = comparison;
        if (comparison != null) {
            comparison.changes().forEach(change -> changes.put(change.after().name(), change));
        }
    }

    String html() {
        return """
        <!doctype html>
        <html lang="en"><head><meta charset="utf-8"><title>errand bench %s</title>
        <style>
        body { font: 15px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 60rem; padding: 0 1rem; color: #222 }
        table { border-collapse: collapse } td, th { padding: .2rem .8rem; text-align: left; border-bottom: 1px solid #ddd }
        td.n { text-align: right; font-variant-numeric: tabular-nums } .void { background: #fdd; padding: .5rem 1rem }
        .better { color: #060 } .worse { color: #a00 } svg { max-width: 100%%; height: auto } svg text { font: 11px system-ui, sans-serif }
        </style></head><body>
        <h1>errand bench %s</h1>
        <p>%s, %d cores, %d MB, %s, %s; %s</p>
        %s%s%s%s%s
        </body></html>
        """
                .formatted(
                        escaped(result.bench()),
                        escaped(result.bench()),
                        result.when(),
                        result.machine().cores(),
                        result.machine().memoryMb(),
                        escaped(result.machine().os()),
                        escaped(result.machine().jvm()),
                        result.runs() == 1
                                ? "one run"
                                : "medians of %d runs".formatted(result.runs()),
                        verdict(),
                        figures(true),
                        plots(),
                        figures(false),
                        settings());
    }

    private String verdict() {
        return said("Void.", result.voidBecause()) + said("Failed.", result.failedBecause());
    }

    private static String said(String what, @Nullable String because) {
        return because == null
                ? ""
                : "<p class=\"void\"><b>%s</b> %s</p>\n".formatted(what, escaped(because));
    }

    private String figures(boolean ofBound) {
        List<Figure> figures =
                result.figures().stream().filter(one -> one.ofBound() == ofBound).toList();
        if (figures.isEmpty()) {
            return "";
        }
        return "<h2>%s</h2>\n<table><tr><th>figure</th><th>value</th><th>unit</th>%s</tr>\n%s</table>\n"
                .formatted(
                        ofBound ? "Against the raw bound of this run" : "Figures",
                        comparison == null
                                ? ""
                                : "<th>before (%s)</th><th>ratio</th>"
                                        .formatted(comparison.before().when()),
                        figures.stream().map(this::row).collect(Collectors.joining()));
    }

    private String row(Figure figure) {
        return "<tr><td>%s</td><td class=\"n\">%s</td><td>%s</td>%s</tr>\n"
                .formatted(
                        escaped(figure.name()),
                        Numbers.shown(figure.value()),
                        escaped(figure.unit()),
                        comparison == null ? "" : change(changes.get(figure.name())));
    }

    private static String change(Comparison.@Nullable Change change) {
        return change == null
                ? "<td></td><td></td>"
                : "<td class=\"n\">%s</td><td class=\"n %s\">%s</td>"
                        .formatted(
                                Numbers.shown(change.before().value()),
                                change.verdict(),
                                Double.isNaN(change.ratio())
                                        ? "–"
                                        : "× %.2f".formatted(change.ratio()));
    }

    private String plots() {
        var text = new StringBuilder();
        if (!result.histograms().isEmpty()) {
            text.append("<h2>Latency by percentile</h2>\n")
                    .append(LatencyPlot.svg(result.histograms()));
        }
        for (Series series : result.series()) {
            text.append("<h2>%s</h2>\n".formatted(escaped(series.name())))
                    .append(SeriesPlot.svg(series));
        }
        return text.toString();
    }

    private String settings() {
        return "<h2>Measured so</h2>\n<table>%s</table>\n"
                .formatted(
                        result.settings().entrySet().stream()
                                .map(
                                        one ->
                                                "<tr><td>%s</td><td>%s</td></tr>\n"
                                                        .formatted(
                                                                escaped(one.getKey()),
                                                                escaped(
                                                                        String.valueOf(
                                                                                one.getValue()))))
                                .collect(Collectors.joining()));
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
