package errand.bench.frame;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Runs a bench in a JVM of its own, as often as was asked for, and writes what it gave. */
public final class BenchRun {

    /** What the process ends with when it could not be measured, or what was counted is wrong. */
    private static final int FAILED = 1;

    /** What the process ends with when the figures do not count. */
    public static final int VOID = 3;

    private final String name;
    private final Bench bench;
    private final Settings settings;
    private final PrintStream out;

    BenchRun(String name, Bench bench, Settings settings, PrintStream out) {
        this.name = name;
        this.bench = bench;
        this.settings = settings;
        this.out = out;
    }

    /**
     * Ends the JVM: with 0, with 1 when it could not be measured, or with {@link #VOID}.
     *
     * @param arguments see {@link Settings#of}
     */
    public static void main(String name, Bench bench, String... arguments) throws Exception {
        System.exit(new BenchRun(name, bench, settings(arguments), System.out).run());
    }

    private static Settings settings(String... arguments) throws InterruptedException {
        Settings settings = Settings.of(arguments);
        String bootstrap = settings.ground().bootstrap();
        return bootstrap.isEmpty() ? settings : settings.with(Durability.at(bootstrap));
    }

    int run() throws Exception {
        int times = settings.runs().orElse(bench.runs());
        List<Report> reports = new ArrayList<>();
        for (int i = 1; i <= times; i++) {
            if (times > 1) {
                out.printf("%sRun %d of %d%n", i == 1 ? "" : "\n", i, times);
            }
            Report report = new Report(out);
            reports.add(report);
            if (!measured(report)) {
                break;
            }
        }
        Result result = Result.of(name, Instant.now(), Machine.here(), reports);
        if (times > 1) {
            medians(result);
        }
        finish(result);
        return result.hasFailed() ? FAILED : result.isVoid() ? VOID : 0;
    }

    private boolean measured(Report report) throws InterruptedException {
        report.setting("mode", settings.ground().mode());
        report.setting("durability", settings.durability().told());
        report.setting("seconds", settings.measured().toSeconds());
        if (!settings.ground().bootstrap().isEmpty()) {
            report.say(
                    "%s: %s, %d cores; durability: %s",
                    name,
                    settings.ground().mode(),
                    Machine.here().cores(),
                    settings.durability().told());
        }
        try {
            bench.measure(settings, report);
            return true;
        } catch (VoidRun e) {
            report.markVoid(String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception e) {
            report.markFailed(reason(e));
        }
        return false;
    }

    /** What a bench says by itself is enough; of anything else one wants to know where it was. */
    private static String reason(Exception e) {
        if (!(e instanceof IllegalStateException || e instanceof IllegalArgumentException)
                || e.getCause() != null) {
            e.printStackTrace();
        }
        return e.getMessage() == null ? e.toString() : e.getMessage();
    }

    private void medians(Result result) {
        out.printf("%nMedians of %d runs (least to most):%n", result.runs());
        for (Figure figure : result.figures()) {
            out.printf(
                    "    %-44s %10s %s (%s to %s)%n",
                    figure.name(),
                    Numbers.shown(figure.value()),
                    figure.unit(),
                    Numbers.shown(figure.runs().stream().min(Double::compare).orElseThrow()),
                    Numbers.shown(figure.runs().stream().max(Double::compare).orElseThrow()));
        }
    }

    private void finish(Result result) throws IOException {
        Comparison comparison = null;
        if (settings.compare().isPresent()) {
            comparison = Comparison.of(Result.read(settings.compare().get()), result);
            out.println();
            comparison.lines().forEach(out::println);
        }
        if (settings.json().isPresent()) {
            Files.writeString(settings.json().get(), result.json());
        }
        if (settings.html().isPresent()) {
            Files.writeString(settings.html().get(), new Page(result, comparison).html());
        }
        if (result.isVoid()) {
            out.printf("VOID: %s%n", result.voidBecause());
        }
        if (result.hasFailed()) {
            out.printf("FAILED: %s%n", result.failedBecause());
        }
        out.flush();
    }
}
