package errand.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import errand.embedded.PostgresServer;
import errand.embedded.node.NodeFolder;
import errand.local.log.Settled.Addresses;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The agent of examples/node-agent as a process, beside a broker, a registry and a PostgreSQL. */
final class NodeAgent implements AutoCloseable {

    private static final NodeFolder NODE =
            new NodeFolder(
                    Path.of("../examples/node-agent"),
                    Path.of("target/node-agent").toAbsolutePath());
    private static final Duration READY_WITHIN = Duration.ofSeconds(60);

    private final Map<String, String> environment;
    private final Path log = NODE.folder().resolve("agent.log");
    private Process process;

    private NodeAgent(Map<String, String> environment) throws IOException {
        this.environment = environment;
        this.process = run();
    }

    /** Why it cannot run here; empty when it can. */
    static Optional<String> lacking() throws IOException, InterruptedException {
        return NODE.installed();
    }

    /** Started, and at work. */
    static NodeAgent start(Addresses where) throws IOException {
        NodeAgent agent =
                new NodeAgent(
                        Map.of(
                                "ERRAND_KAFKA_BOOTSTRAP_SERVERS", where.broker(),
                                "ERRAND_REGISTRY_URL", where.registry(),
                                "DATABASE_URL",
                                        "postgres://%s:%s@%s/postgres"
                                                .formatted(
                                                        PostgresServer.USER,
                                                        PostgresServer.USER,
                                                        where.postgres())));
        agent.awaitWork();
        return agent;
    }

    private Process run() throws IOException {
        Files.deleteIfExists(log);
        ProcessBuilder builder =
                new ProcessBuilder(List.of("node", "agent.js"))
                        .directory(NODE.folder().toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile());
        builder.environment().putAll(environment);
        return builder.start();
    }

    private void awaitWork() {
        await().atMost(READY_WITHIN)
                .until(
                        () -> {
                            assertThat(process.isAlive()).as(log()).isTrue();
                            return log().contains("takes tasks");
                        });
    }

    String log() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** In good order, as SIGTERM does. */
    void stop() throws InterruptedException {
        process.destroy();
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).as("ended: " + log()).isTrue();
    }

    void startAgain() throws IOException {
        process = run();
        awaitWork();
    }

    /** The partition, of four, that node's producer picks for each key. */
    static List<Integer> partitions(List<String> keys) throws IOException, InterruptedException {
        var script = new ArrayList<>(List.of("partitions.js", "4"));
        script.addAll(keys);
        return NODE.output(60, script).lines().map(Integer::valueOf).toList();
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
