package errand.bench.load;

import errand.bench.frame.Better;
import errand.bench.frame.Report;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Tells what load gave: a line for people, and the figures of it.
 *
 * @param work what is done, in the plural: {@code plans}, {@code tasks}
 */
public record LoadReport(Report report, String work) {

    /** Speed, latencies and warm-up of a window. */
    public void window(String name, Driver.Figures figures, double busy) {
        throughput(name, figures);
        latencies(name, figures, busy);
    }

    /** Latencies of a window alone, where the rate was given. */
    public void latencies(String name, Driver.Figures figures, double busy) {
        report.figure(name + " p50", "ms", figures.millis(50), Better.LOWER);
        report.figure(name + " p90", "ms", figures.millis(90), Better.LOWER);
        report.figure(name + " p99", "ms", figures.millis(99), Better.LOWER);
        report.latencies(name, figures.latencies());
        report.say(
                "%-28s %6.0f %s/s   p50 %.1f ms   p90 %.1f ms   p99 %.1f ms   max %.0f ms   (%d"
                        + " %s; machine %.0f %% busy)",
                name,
                figures.perSecond(),
                work,
                figures.millis(50),
                figures.millis(90),
                figures.millis(99),
                figures.millis(100),
                figures.latencies().getTotalCount(),
                work,
                busy * 100);
    }

    private void throughput(String name, Driver.Figures figures) {
        report.figure(name, work + "/s", figures.perSecond(), Better.HIGHER);
        if (!figures.warmUp().isEmpty()) {
            int every = (int) WarmUp.EVERY.toSeconds();
            report.series(name + " warm-up", work + "/s", every, figures.warmUp());
            var text = new StringBuilder();
            figures.warmUp()
                    .forEach(each -> text.append(String.format(Locale.ROOT, " %.0f", each)));
            report.say("    warm-up, %s/s each %d s:%s", work, every, text);
        }
    }

    /** CPU milliseconds of all services for one piece of work, and of each. */
    public double cpu(String of, Observed observed, long pieces) {
        var each = new LinkedHashMap<String, Double>();
        observed.cpu().forEach((name, used) -> each.put(name, used * 1000 / pieces));
        double sum = each.values().stream().mapToDouble(Double::doubleValue).sum();
        report.figure(of + " CPU", "ms/" + one(), sum, Better.LOWER);
        each.forEach(
                (name, used) ->
                        report.figure(of + " CPU of " + name, "ms/" + one(), used, Better.LOWER));
        report.say("    CPU ms per %s: %.2f in all:%s", one(), sum, listed(each, 0.005, "%.2f"));
        return sum;
    }

    /** {@code plans} in the singular. */
    private String one() {
        return work.substring(0, work.length() - 1);
    }

    /** Resident memory, in all and of each service. */
    public void memory(String when, Map<String, Double> megabytes) {
        double sum = megabytes.values().stream().mapToDouble(Double::doubleValue).sum();
        report.figure("memory " + when, "MB PSS", sum, Better.LOWER);
        megabytes.forEach(
                (name, held) ->
                        report.figure(
                                "memory %s of %s".formatted(when, name),
                                "MB PSS",
                                held,
                                Better.LOWER));
        report.say(
                "Resident memory (PSS) %s: %.0f MB in all:%s",
                when, sum, listed(megabytes, 0.5, "%.0f"));
    }

    /** Records and bytes by topic for one piece of work. */
    public void growth(Map<String, long[]> grown, long pieces) {
        double records = 0;
        double bytes = 0;
        var text = new StringBuilder();
        for (var topic : grown.entrySet()) {
            double recordsEach = (double) topic.getValue()[0] / pieces;
            double bytesEach = (double) topic.getValue()[1] / pieces;
            records += recordsEach;
            bytes += bytesEach;
            if (recordsEach >= 0.05) {
                report.figure(
                        "records of " + topic.getKey(),
                        "records/" + one(),
                        recordsEach,
                        Better.LOWER);
                text.append(
                        "%n    %-48s %6.2f records %8.0f bytes"
                                .formatted(topic.getKey(), recordsEach, bytesEach));
            }
        }
        report.figure("records", "records/" + one(), records, Better.LOWER);
        report.figure("bytes", "bytes/" + one(), bytes, Better.LOWER);
        report.say(
                "Per %s:                    %.2f records, %.0f bytes in all topics:%s",
                one(), records, bytes, text);
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
}
