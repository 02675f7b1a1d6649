package errand.local;

import errand.bench.frame.Durability;
import errand.bench.frame.Result;
import errand.embedded.BrokerMain;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Measures what Errand costs, on an installation made for it and deleted afterwards, or on one that
 * runs.
 */
@Command(
        name = "bench",
        description = {
            "Measure speed and cost beside bare Kafka; without a name, list what can be measured.",
            "Ends with 1 when it failed (--json has what there was until then), with 3 when the",
            "machine was too slow for figures to count."
        })
final class BenchCommand implements Callable<Integer> {

    private static final Duration ENDS_WITHIN = Duration.ofSeconds(60);

    @Mixin private Where where = new Where();

    @Parameters(paramLabel = "NAME", arity = "0..1", description = "what to measure")
    private @Nullable String name;

    @Option(names = "--json", paramLabel = "FILE", description = "all figures, for programs")
    private @Nullable Path json;

    @Option(names = "--html", paramLabel = "FILE", description = "one page with plots")
    private @Nullable Path html;

    @Option(
            names = "--compare",
            paramLabel = "FILE",
            description = "the --json of an earlier run: each figure before and after")
    private @Nullable Path compare;

    @Option(
            names = "--running",
            description = "measure what runs on --data (up --processes --with bench)")
    private boolean running;

    @Option(
            names = "--one-jvm",
            description = "the services in one JVM, as ./errand up runs them by default")
    private boolean oneJvm;

    @Option(
            names = "--seconds",
            paramLabel = "N",
            defaultValue = "20",
            description = "how long each window lasts (default: 20), after as long a warm-up")
    private int seconds = 20;

    @Option(
            names = "--in-flight",
            paramLabel = "N",
            split = ",",
            defaultValue = "100",
            description =
                    "how many are under way at once (default: 100); 50,100,500: a window each")
    private List<Integer> inFlight = List.of(100);

    @Option(names = "--runs", paramLabel = "N", description = "measure N times and tell medians")
    private @Nullable Integer runs;

    @Option(
            names = "--even-if-slow",
            description = "measure and show also when the raw bound is too low; it stays void")
    private boolean evenIfSlow;

    @Option(
            names = "--set",
            paramLabel = "NAME=N",
            description =
                    "a number of one bench, as docs/reference/bench.md tells, such as pages=100 of chat; fsync=1: its broker flushes each record")
    private Map<String, Integer> sizes = Map.of();

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (name == null) {
            list();
            return 0;
        }
        var bench = Benches.named(name);
        refuseWrongOptions(bench);
        try (var undoing = new Undoing()) {
            if (!bench.needsInstallation()) {
                return measured(bench, BenchGround.none(), undoing);
            }
            return running
                    ? measured(bench, new BenchGround(suited(where.running())).arguments(), undoing)
                    : onFreshData(bench, undoing);
        }
    }

    private static void list() {
        Table.print(
                System.out,
                List.of("BENCH", "MEASURES"),
                Benches.all().stream().map(row -> List.of(row.name(), row.line())).toList());
    }

    private void refuseWrongOptions(Benches.Row bench) {
        if (seconds < 1 || inFlight.stream().anyMatch(n -> n < 1) || (runs != null && runs < 1)) {
            throw new Complaint("--seconds, --in-flight and --runs are whole numbers from 1 on");
        }
        if (!bench.needsInstallation() && (running || oneJvm)) {
            throw new Complaint(
                    "bench %s measures no installation that runs: leave out --running and --one-jvm"
                            .formatted(bench.name()));
        }
        if (bench.kills() && (running || oneJvm)) {
            throw new Complaint(
                    "bench %s kills services, so it starts some of its own, a process each: leave out --running and --one-jvm"
                            .formatted(bench.name()));
        }
        sizes.forEach(bench::refuseSize);
        if (running && sizes.containsKey(Benches.FSYNC)) {
            throw new Complaint(
                    "--set fsync is for an installation of the bench's own; what runs flushes as it was started: %s='%s=1' ./errand up --with bench"
                            .formatted(BrokerMain.SETTINGS, Durability.FLUSH));
        }
        if (compare != null) {
            refuseOther(bench, compare);
        }
    }

    /** Before anything is measured. */
    private static void refuseOther(Benches.Row bench, Path earlier) {
        try {
            var of = Result.read(earlier).bench();
            if (!of.equals(bench.name())) {
                throw new Complaint(
                        "--compare %s: that is a run of '%s', not of '%s'"
                                .formatted(earlier, of, bench.name()));
            }
        } catch (IllegalArgumentException e) {
            throw new Complaint("--compare: " + e.getMessage(), e);
        }
    }

    private static Deployment suited(Deployment deployment) {
        if (!deployment.with().contains("bench")) {
            throw new Complaint(
                    "What runs on %s has no bench agent. Start it with: ./errand up --with bench"
                            .formatted(deployment.folder()));
        }
        return deployment;
    }

    private int onFreshData(Benches.Row bench, Undoing undoing)
            throws IOException, InterruptedException {
        var installation = BenchInstallation.create();
        undoing.add(installation::remove);
        int started = installation.start(!oneJvm, environment(bench));
        return started == 0 ? measured(bench, installation.ground(), undoing) : started;
    }

    /** What is set for the services, and for the bench, which may start some of them again. */
    private Map<String, String> environment(Benches.Row bench) {
        var environment = new HashMap<>(bench.environment());
        if (sizes.getOrDefault(Benches.FSYNC, 0) > 0) {
            environment.put(BrokerMain.SETTINGS, Durability.FLUSH + "=1");
        }
        return environment;
    }

    private int measured(Benches.Row bench, List<String> ground, Undoing undoing)
            throws IOException, InterruptedException {
        var arguments = new ArrayList<>(ground);
        arguments.addAll(options());
        var builder = new ProcessBuilder(JavaCommand.bench(bench.main(), arguments)).inheritIO();
        builder.environment().putAll(environment(bench));
        var process = builder.start();
        undoing.add(() -> end(process));
        return process.waitFor();
    }

    /** Before what it measures goes away. */
    private static void end(Process bench) {
        bench.destroy();
        try {
            if (!bench.waitFor(ENDS_WITHIN)) {
                bench.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private List<String> options() {
        var options = new ArrayList<String>();
        options.add("--seconds=" + seconds);
        options.add(
                "--in-flight="
                        + inFlight.stream().map(String::valueOf).collect(Collectors.joining(",")));
        options.add("--even-if-slow=" + evenIfSlow);
        options.add(
                "--sizes="
                        + sizes.entrySet().stream()
                                .map(size -> size.getKey() + ":" + size.getValue())
                                .collect(Collectors.joining(",")));
        if (runs != null) {
            options.add("--runs=" + runs);
        }
        addFile(options, "json", json);
        addFile(options, "html", html);
        addFile(options, "compare", compare);
        return options;
    }

    private static void addFile(List<String> options, String name, @Nullable Path file) {
        if (file != null) {
            options.add("--%s=%s".formatted(name, file.toAbsolutePath()));
        }
    }
}
