package errand.local;

import errand.bench.frame.Result;
import errand.embedded.FreePort;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
            "Ends with 3 when the machine was too slow for figures to count."
        })
final class BenchCommand implements Callable<Integer> {

    private static final int PORT_FROM = 18080;

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
                    "a number of one bench, as docs/performance.md tells, such as pages=100 of chat")
    private Map<String, Integer> sizes = Map.of();

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (name == null) {
            list();
            return 0;
        }
        var bench = Benches.named(name);
        refuseWrongOptions(bench);
        if (!bench.needsInstallation()) {
            return measured(bench, List.of("--bootstrap=", "--registry=", "--api="));
        }
        return running ? measured(bench, ground(suited(where.running()))) : onFreshData(bench);
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
        for (var size : sizes.entrySet()) {
            refuseUnknown(bench, size.getKey(), size.getValue());
        }
        if (compare != null) {
            refuseOther(bench, compare);
        }
    }

    private static void refuseUnknown(Benches.Row bench, String size, int value) {
        if (!bench.sizes().contains(size)) {
            throw new Complaint(
                    "bench %s has no number called '%s'. It has: %s"
                            .formatted(
                                    bench.name(),
                                    size,
                                    bench.sizes().isEmpty()
                                            ? "none"
                                            : String.join(", ", bench.sizes())));
        }
        if (value < 1) {
            throw new Complaint("--set %s=%d: a whole number from 1 on".formatted(size, value));
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

    private int onFreshData(Benches.Row bench) throws IOException, InterruptedException {
        var data = DataFolder.of(Files.createTempDirectory("errand-bench"));
        var stop = new Thread(() -> stop(data), "bench-stop");
        Runtime.getRuntime().addShutdownHook(stop);
        try {
            data.create();
            int started = new Detaching(data).start(up(data), System.out, bench.environment());
            return started == 0
                    ? measured(bench, ground(Deployment.of(data).orElseThrow()))
                    : started;
        } finally {
            stop(data);
            Runtime.getRuntime().removeShutdownHook(stop);
        }
    }

    private List<String> up(DataFolder data) {
        int port = FreePort.preferring(PORT_FROM);
        var arguments = new ArrayList<>(List.of("up", "--data", data.path().toString()));
        arguments.addAll(List.of("--port", Integer.toString(port), "--with", "bench"));
        if (!oneJvm) {
            arguments.add("--processes");
        }
        return arguments;
    }

    /** Whether it ends well or is interrupted, nothing of it stays. */
    private static void stop(DataFolder data) {
        Deployment.of(data).ifPresent(deployment -> new Stopping(deployment).stopAll());
        data.wipe();
        try {
            Files.deleteIfExists(data.path());
        } catch (IOException e) {
            throw new Complaint("Cannot delete %s".formatted(data.path()), e);
        }
    }

    private int measured(Benches.Row bench, List<String> ground)
            throws IOException, InterruptedException {
        var arguments = new ArrayList<>(ground);
        arguments.addAll(options());
        return new ProcessBuilder(JavaCommand.bench(bench.main(), arguments))
                .inheritIO()
                .start()
                .waitFor();
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

    /** Where the installation is, and what belongs to it. */
    private static List<String> ground(Deployment deployment) {
        return List.of(
                "--bootstrap=" + deployment.address(Services.BROKER),
                "--registry=" + deployment.http(Services.REGISTRY),
                "--api=" + deployment.http(Services.ORCHESTRATOR),
                "--database=" + deployment.address(Services.POSTGRES),
                "--data=" + deployment.folder(),
                "--mode=" + (deployment.processes() ? "processes" : "one JVM"),
                "--pids=" + String.join(",", pids(deployment)));
    }

    private static List<String> pids(Deployment deployment) {
        var launcher = new Launcher(deployment);
        var pids = new ArrayList<String>();
        for (var service : launcher.names()) {
            launcher.pid(service).ifPresent(pid -> pids.add(service + ":" + pid));
        }
        if (!deployment.processes()) {
            new PidFile(deployment.data(), "supervisor")
                    .number()
                    .ifPresent(pid -> pids.add("services:" + pid));
        }
        return pids;
    }
}
