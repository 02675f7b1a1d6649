package errand.bench.plans;

import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** The figures, a line each for people, and all of them as JSON. */
final class Report {

    private final Map<String, Object> all = new LinkedHashMap<>();
    private final PrintStream out;

    Report(PrintStream out) {
        this.out = out;
    }

    void say(String line, Object... values) {
        out.printf(line + "%n", values);
        out.flush();
    }

    void keep(String name, Object value) {
        all.put(name, value);
    }

    void figures(String name, Driver.Figures figures, double busy) {
        var latencies = new LinkedHashMap<String, Object>();
        for (double percentile : new double[] {50, 90, 99, 100}) {
            latencies.put("p%.0f".formatted(percentile), figures.millis(percentile));
        }
        keep(
                name,
                Map.of(
                        "plansPerSecond",
                        figures.perSecond(),
                        "latencyMs",
                        latencies,
                        "plans",
                        figures.latencies().getTotalCount(),
                        "seconds",
                        figures.window().toMillis() / 1000.0,
                        "machineBusy",
                        busy));
        say(
                "%-28s %6.0f plans/s   p50 %.1f ms   p90 %.1f ms   p99 %.1f ms   max %.0f ms   (%d"
                        + " plans; machine %.0f %% busy)",
                name,
                figures.perSecond(),
                figures.millis(50),
                figures.millis(90),
                figures.millis(99),
                figures.millis(100),
                figures.latencies().getTotalCount(),
                busy * 100);
    }

    /** CPU of each service in milliseconds a plan. */
    double cpu(String of, Observed observed, long plans) {
        var each = new LinkedHashMap<String, Double>();
        observed.cpu().forEach((name, used) -> each.put(name, used * 1000 / plans));
        double sum = each.values().stream().mapToDouble(Double::doubleValue).sum();
        keep(of + " cpuMsPerPlan", each);
        say("    CPU ms per plan: %.2f in all:%s", sum, listed(each, 0.005, "%.2f"));
        return sum;
    }

    void memory(Map<String, Double> megabytes) {
        keep("pssMb", megabytes);
        say(
                "Resident memory (PSS):       %.0f MB in all:%s",
                megabytes.values().stream().mapToDouble(Double::doubleValue).sum(),
                listed(megabytes, 0.5, "%.0f"));
    }

    void growth(Map<String, long[]> grown, long plans) {
        double records = 0;
        double bytes = 0;
        var each = new LinkedHashMap<String, Object>();
        var text = new StringBuilder();
        for (var topic : grown.entrySet()) {
            double recordsEach = (double) topic.getValue()[0] / plans;
            double bytesEach = (double) topic.getValue()[1] / plans;
            records += recordsEach;
            bytes += bytesEach;
            each.put(topic.getKey(), Map.of("records", recordsEach, "bytes", bytesEach));
            if (recordsEach >= 0.05) {
                text.append(
                        "%n    %-48s %6.2f records %8.0f bytes"
                                .formatted(topic.getKey(), recordsEach, bytesEach));
            }
        }
        keep("topicsPerPlan", each);
        say(
                "Per plan:                    %.2f records, %.0f bytes in all topics:%s",
                records, bytes, text);
    }

    private static String listed(Map<String, Double> values, double atLeast, String format) {
        var text = new StringBuilder();
        values.forEach(
                (name, value) -> {
                    if (value >= atLeast) {
                        text.append(' ').append(name).append(' ').append(format.formatted(value));
                    }
                });
        return text.toString();
    }

    String json() {
        return JsonMapper.builder()
                .build()
                .writerWithDefaultPrettyPrinter()
                .writeValueAsString(all);
    }
}
