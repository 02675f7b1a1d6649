package errand.local;

import static org.assertj.core.api.Assertions.assertThat;

import errand.embedded.FreePort;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;

/**
 * A second orchestrator of a running installation: the same command with a port of its own, and
 * what the engine keeps on disk in a folder of its own. The installation knows nothing of it.
 */
public final class Another {

    private final Deployment deployment;
    private final Path log;
    private Process process;

    /** Starts it. */
    public Another(Path data) throws IOException {
        var given = Deployment.of(DataFolder.of(data)).orElseThrow();
        var ports = new HashMap<>(given.ports());
        ports.put(Services.ORCHESTRATOR.name(), FreePort.any());
        deployment = given.withPorts(ports);
        log = data.resolve("logs").resolve("orchestrator-2.log");
        process = run();
    }

    private Process run() throws IOException {
        return new ProcessBuilder(JavaCommand.service(deployment, Services.ORCHESTRATOR))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
    }

    public void start() throws IOException {
        assertThat(process.isAlive()).isFalse();
        process = run();
    }

    public void awaitReady(Duration atMost) {
        assertThat(new Health(deployment).await(Services.ORCHESTRATOR, atMost, process::isAlive))
                .as("ready; its log: %s", log)
                .isTrue();
    }

    /** As {@code kill -9}; returns when it is gone. */
    public void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** As a URL. */
    public String http() {
        return deployment.http(Services.ORCHESTRATOR);
    }

    public Path log() {
        return log;
    }
}
