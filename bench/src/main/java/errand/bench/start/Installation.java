package errand.bench.start;

import errand.bench.frame.ErrandCommand;
import errand.bench.load.Api;
import errand.bench.load.Observed;
import errand.bench.load.Processes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;

/** One installation on a data folder of its own, started and stopped as a user does it. */
final class Installation implements AutoCloseable {

    private static final Duration UP_WITHIN = Duration.ofMinutes(5);
    private static final Duration DOWN_WITHIN = Duration.ofMinutes(2);

    /** Reads from one agent, so it asks nobody and costs nothing. */
    private static final String FIRST_PLAN =
            """
            {"goal": "bench: the first plan", "steps": [
             {"id": "a", "capability": "amap.place.search", "input": {"city": "杭州", "text": "公园"}}]}
            """;

    private final ErrandCommand errand;
    private final Path folder;
    private final int port;
    private final Thread hook = new Thread(this::stopQuietly, "bench-stop");
    private volatile boolean runs;

    Installation(ErrandCommand errand) throws IOException {
        this.errand = errand;
        this.folder = Files.createTempDirectory("errand-bench-start");
        this.port = freePort();
        Runtime.getRuntime().addShutdownHook(hook); // an interrupted bench leaves nothing running
    }

    /**
     * What one start took.
     *
     * @param ready from the command to its end, which is when all services are ready
     * @param firstPlan from then until the first plan is shown as done
     * @param megabytes PSS by service when ready
     * @param cpuSeconds of all services until ready
     * @param machineBusy share of the machine's CPU time in use meanwhile, by anybody
     */
    record Started(
            Duration ready,
            Duration firstPlan,
            Map<String, Double> megabytes,
            double cpuSeconds,
            double machineBusy) {}

    Started start() throws IOException, InterruptedException {
        runs = true;
        var machine = new Observed(new Processes(Map.of()));
        machine.opens();
        long began = System.nanoTime();
        errand("up", "--detach", UP_WITHIN);
        Duration ready = Duration.ofNanos(System.nanoTime() - began);
        machine.closes();
        var processes = new Processes(pids());
        double cpu =
                processes.cpuSeconds().values().stream().mapToDouble(Double::doubleValue).sum();
        var held = processes.megabytes();
        return new Started(ready, firstPlan(), held, cpu, machine.machineBusy());
    }

    private Duration firstPlan() throws IOException, InterruptedException {
        long began = System.nanoTime();
        try (var api = new Api("http://127.0.0.1:" + port)) {
            api.shownAfter(api.submit(FIRST_PLAN));
        }
        return Duration.ofNanos(System.nanoTime() - began);
    }

    private void stopQuietly() {
        try {
            stop();
        } catch (IOException | InterruptedException | RuntimeException e) {
            System.err.printf("%s may still run: %s%n", data(), e.getMessage());
        }
    }

    void stop() throws IOException, InterruptedException {
        if (runs) {
            errand("down", "", DOWN_WITHIN);
            runs = false;
        }
    }

    private void errand(String command, String option, Duration within)
            throws IOException, InterruptedException {
        var where = new String[] {"--data", data().toString(), "--port", Integer.toString(port)};
        var all =
                option.isEmpty()
                        ? new String[] {command, where[0], where[1], where[2], where[3]}
                        : new String[] {command, option, where[0], where[1], where[2], where[3]};
        errand.run(folder.resolve("said.log"), within, Map.of(), all);
    }

    private Path data() {
        return folder.resolve("data");
    }

    /** By service, as the installation itself wrote them down. */
    private Map<String, Long> pids() throws IOException {
        Map<String, Long> pids = new TreeMap<>();
        try (var files = Files.newDirectoryStream(data().resolve("run"), "*.pid")) {
            for (Path file : files) {
                String name = file.getFileName().toString().replaceFirst("[.]pid$", "");
                pids.put(
                        name.equals("supervisor") ? "services" : name,
                        Long.parseLong(Files.readString(file).strip()));
            }
        }
        return pids;
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() throws IOException, InterruptedException {
        stop();
        Runtime.getRuntime().removeShutdownHook(hook);
        try (var files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(Installation::delete);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
