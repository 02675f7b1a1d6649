package errand.local.kill;

import static org.assertj.core.api.Assertions.assertThat;

import errand.embedded.FreePort;
import errand.local.Launcher;
import errand.local.Main;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** One {@code up --processes} on data of its own, whose services can be killed and started. */
final class Installation {

    static final String BROKER = "broker";
    static final String POSTGRES = "postgres";
    static final String ORCHESTRATOR = "orchestrator";
    static final String REGISTRY = "registry";

    private final Path data;
    private final Launcher launcher;
    private final Map<String, Integer> ports;
    private final Map<String, Integer> restarts = new TreeMap<>();

    private Installation(Path data) {
        this.data = data;
        this.launcher = Launcher.of(data);
        this.ports =
                JsonMapper.shared().readValue(data.resolve("ports.json"), new TypeReference<>() {});
    }

    /** Returns when all services are ready. */
    static Installation up(Path data) throws IOException, InterruptedException {
        errand(data, "up", "--processes", "--detach", "--port", Integer.toString(FreePort.any()));
        return new Installation(data);
    }

    void down() throws IOException, InterruptedException {
        errand(data, "down");
    }

    private static void errand(Path data, String command, String... options)
            throws IOException, InterruptedException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var tests =
                System.getProperties().stringPropertyNames().stream()
                        .filter(name -> name.startsWith("errand.test."))
                        .map(name -> "-D%s=%s".formatted(name, System.getProperty(name)));
        var words =
                Stream.of(
                                Stream.of(java, "-XX:TieredStopAtLevel=1"),
                                tests,
                                Stream.of("-cp", System.getProperty("java.class.path")),
                                Stream.of(Main.class.getName(), command),
                                Stream.of("--data", data.toString()),
                                Stream.of(options))
                        .flatMap(part -> part)
                        .toList();
        var process = new ProcessBuilder(words).redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
    }

    List<String> services() {
        return launcher.names();
    }

    boolean isRunning(String service) {
        return launcher.isRunning(service);
    }

    long pid(String service) {
        return launcher.pid(service).orElse(0L);
    }

    /** As {@code kill -9}. */
    void kill(String service) {
        launcher.kill(service);
    }

    /** Begins to start what was killed; {@link #awaitReady} waits for it. */
    void start(String service) {
        launcher.start(service);
        restarts.merge(service, 1, Integer::sum);
    }

    void awaitReady(String service) {
        launcher.awaitReady(service);
    }

    /** How often each service was started again. */
    Map<String, Integer> restarts() {
        return restarts;
    }

    String address(String service) {
        return "127.0.0.1:" + ports.get(service);
    }

    String http(String service) {
        return "http://" + address(service);
    }

    /** Lines in the logs of all services that tell of an error nobody caught. */
    Map<String, Long> errors() throws IOException {
        var errors = new TreeMap<String, Long>();
        for (var service : services()) {
            var log = data.resolve("logs").resolve(service + ".log");
            try (var lines = Files.lines(log)) {
                errors.put(service, lines.filter(line -> line.contains(" ERROR ")).count());
            }
        }
        return errors;
    }
}
