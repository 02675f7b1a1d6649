package errand.bench.start;

import errand.bench.frame.Bench;
import errand.bench.frame.BenchRun;
import errand.bench.frame.Better;
import errand.bench.frame.ErrandCommand;
import errand.bench.frame.Report;
import errand.bench.frame.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How long {@code errand up --detach} takes until it says ready, as users start it (one JVM for all
 * services but the broker), how long until the first plan is done, and what is resident then: cold,
 * and with what an earlier run after the same build learned (AOT cache).
 *
 * <p>It runs the command itself; the {@code errand} script adds the time in which it looks whether
 * sources changed.
 */
public final class StartBench implements Bench {

    private static final int RUNS = 3;

    public static void main(String[] args) throws Exception {
        BenchRun.main("start", new StartBench(), args);
    }

    private @Nullable Path learned;

    @Override
    public int runs() {
        return RUNS;
    }

    @Override
    public void measure(Settings settings, Report report) throws IOException, InterruptedException {
        report.setting("mode", "one JVM");
        report.setting("services", "broker, registry, PostgreSQL, orchestrator, five agents");
        report.say(
                "up --detach of broker, registry, PostgreSQL, orchestrator and five agents, in one JVM"
                        + " but for the broker and PostgreSQL");
        var cold = ErrandCommand.here().withoutLearned();
        try (var installation = new Installation(cold)) {
            tell(report, "cold, fresh data", installation.start());
        }
        var warm = cold.with(learnedBy(cold, report));
        try (var installation = new Installation(warm)) {
            tell(report, "learned, fresh data", installation.start());
            installation.stop();
            tell(report, "learned, data kept", installation.start());
        }
    }

    /** Options of a JVM that uses what a first run of this build learned, which is made once. */
    private List<String> learnedBy(ErrandCommand cold, Report report)
            throws IOException, InterruptedException {
        Path file = learned;
        if (file == null) {
            Path folder = Files.createTempDirectory("errand-bench-learned");
            folder.toFile().deleteOnExit(); // after what is in it
            file = folder.resolve("errand.aot");
            file.toFile().deleteOnExit();
            learned = file;
            try (var installation =
                    new Installation(cold.with(List.of("-Derrand.learned=" + file)))) {
                installation.start();
                installation.stop();
            }
            if (!Files.exists(file)) {
                throw new IllegalStateException(
                        "An installation that was started to learn left no %s: the JDK keeps nothing when the class path holds folders, only jars."
                                .formatted(file));
            }
            report.say("    (one more run learned %d MB)", Files.size(file) >> 20);
        }
        return List.of("-XX:AOTCache=" + file, "-Xlog:aot*=off", "-Derrand.learned=" + file);
    }

    private static void tell(Report report, String how, Installation.Started started) {
        double ready = started.ready().toMillis() / 1000.0;
        double first = started.firstPlan().toMillis() / 1000.0;
        double held = started.megabytes().values().stream().mapToDouble(Double::doubleValue).sum();
        report.figure(how + ": ready", "s", ready, Better.LOWER);
        report.figure(how + ": first plan after that", "s", first, Better.LOWER);
        report.figure(how + ": CPU until ready", "s", started.cpuSeconds(), Better.LOWER);
        report.figure(how + ": memory when ready", "MB PSS", held, Better.LOWER);
        started.megabytes()
                .forEach(
                        (name, mb) ->
                                report.figure(
                                        "%s: memory of %s".formatted(how, name),
                                        "MB PSS",
                                        mb,
                                        Better.LOWER));
        report.say(
                "%-22s ready %5.1f s   first plan done %4.2f s later   %4.1f CPU s   %4.0f MB:%s"
                        + "   (machine %.0f %% busy)",
                how,
                ready,
                first,
                started.cpuSeconds(),
                held,
                listed(started),
                started.machineBusy() * 100);
    }

    private static String listed(Installation.Started started) {
        var text = new StringBuilder();
        started.megabytes().forEach((name, mb) -> text.append(" %s %.0f".formatted(name, mb)));
        return text.toString();
    }
}
