package errand.local;

import errand.embedded.FreePort;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Measures what Errand costs, on an installation made for it and deleted afterwards, or on one that
 * runs.
 */
@Command(name = "bench", description = "Measure speed and cost beside bare Kafka.")
final class BenchCommand implements Callable<Integer> {

    private static final String PLANS = "plans";
    private static final String LOAD = "errand.bench.plans.PlansBench";
    private static final int PORT_FROM = 18080;

    @Mixin private Where where = new Where();

    @Parameters(
            paramLabel = "NAME",
            arity = "0..1",
            description = "what to measure: plans (a plan of 4 steps)")
    private String name = PLANS;

    @Option(names = "--json", paramLabel = "FILE", description = "all figures, for programs")
    private @Nullable Path json;

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
            defaultValue = "100",
            description = "plans under way at once (default: 100)")
    private int inFlight = 100;

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (!name.equals(PLANS)) {
            throw new Complaint("There is no bench '%s'. Possible: plans".formatted(name));
        }
        return running ? measured(suited(where.running())) : onFreshData();
    }

    private static Deployment suited(Deployment deployment) {
        if (!deployment.with().contains("bench")) {
            throw new Complaint(
                    "What runs on %s has no bench agent. Start it with: ./errand up --with bench"
                            .formatted(deployment.folder()));
        }
        return deployment;
    }

    private int onFreshData() throws IOException, InterruptedException {
        var data = DataFolder.of(Files.createTempDirectory("errand-bench"));
        var stop = new Thread(() -> stop(data), "bench-stop");
        Runtime.getRuntime().addShutdownHook(stop);
        try {
            data.create();
            int started = new Detaching(data).start(up(data));
            return started == 0 ? measured(Deployment.of(data).orElseThrow()) : started;
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

    private int measured(Deployment deployment) throws IOException, InterruptedException {
        return new ProcessBuilder(JavaCommand.tool(LOAD, options(deployment)))
                .inheritIO()
                .start()
                .waitFor();
    }

    private List<String> options(Deployment deployment) {
        var options = new ArrayList<String>();
        options.add("--bootstrap=" + deployment.address(Services.BROKER));
        options.add("--registry=" + deployment.http(Services.REGISTRY));
        options.add("--api=" + deployment.http(Services.ORCHESTRATOR));
        options.add("--pids=" + String.join(",", pids(deployment)));
        options.add("--seconds=" + seconds);
        options.add("--in-flight=" + inFlight);
        if (json != null) {
            options.add("--json=" + json.toAbsolutePath());
        }
        return options;
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
