package errand.orchestrator.engine;

import errand.embedded.BrokerMain;
import errand.embedded.FreePort;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** A broker in a JVM of its own, which can be killed and started again on the same data. */
final class BrokerProcess implements AutoCloseable {

    private final Path data;
    private final int port = FreePort.any();
    private Process process;

    BrokerProcess(Path data) throws IOException {
        this.data = data;
        this.process = run();
    }

    String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    /** {@code kill -9}. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    void startAgain() throws IOException {
        process = run();
    }

    private Process run() throws IOException {
        Process started =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx256m",
                                "-XX:+UseSerialGC",
                                "-cp",
                                System.getProperty("java.class.path"),
                                BrokerMain.class.getName(),
                                data.toString(),
                                Integer.toString(port))
                        .redirectErrorStream(true)
                        .start();
        BufferedReader out =
                new BufferedReader(
                        new InputStreamReader(started.getInputStream(), StandardCharsets.UTF_8));
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            if (line.startsWith("ready")) {
                Thread.ofVirtual().start(() -> drain(out));
                return started;
            }
        }
        throw new IOException("The broker ended with " + started.exitValue());
    }

    private static void drain(BufferedReader out) {
        try {
            while (out.readLine() != null) {
                // The pipe must not fill up.
            }
        } catch (IOException ended) {
            // killed
        }
    }

    @Override
    public void close() throws InterruptedException {
        kill();
    }
}
