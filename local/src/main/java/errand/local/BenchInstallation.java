package errand.local;

import errand.embedded.FreePort;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** An installation made for one bench, on data of its own, of which nothing stays. */
record BenchInstallation(DataFolder data) {

    private static final int PORT_FROM = 18080;
    private static final Duration ENDS_WITHIN = Duration.ofSeconds(30);

    /** On an empty folder; it is started with {@link #start}. */
    static BenchInstallation create() throws IOException {
        var data = DataFolder.of(Files.createTempDirectory("errand-bench"));
        data.create();
        return new BenchInstallation(data);
    }

    /**
     * Starts it with the agent of the bench; what it says meanwhile is shown.
     *
     * @param environment what is set for all services besides
     * @return 0 once it is ready, or what the command ended with
     */
    int start(boolean processes, Map<String, String> environment)
            throws IOException, InterruptedException {
        int port = FreePort.preferring(PORT_FROM);
        var arguments = new ArrayList<>(List.of("up", "--data", data.path().toString()));
        arguments.addAll(List.of("--port", Integer.toString(port), "--with", "bench"));
        if (processes) {
            arguments.add("--processes");
        }
        return new Detaching(data).start(arguments, System.out, environment);
    }

    List<String> ground() {
        return new BenchGround(Deployment.of(data).orElseThrow()).arguments();
    }

    /** Stops what runs of it, also what has only begun to start, and deletes its data. */
    void remove() {
        Deployment.of(data).ifPresent(deployment -> new Stopping(deployment).stopAll());
        endWhatBegan();
        data.wipe();
        try {
            Files.deleteIfExists(data.path());
        } catch (IOException e) {
            throw new Complaint("Cannot delete %s".formatted(data.path()), e);
        }
    }

    /** A JVM that has not yet written down what it starts. */
    private static void endWhatBegan() {
        var begun = ProcessHandle.current().children().toList();
        begun.forEach(ProcessHandle::destroy);
        CompletableFuture.allOf(
                        begun.stream()
                                .map(ProcessHandle::onExit)
                                .toArray(CompletableFuture<?>[]::new))
                .completeOnTimeout(null, ENDS_WITHIN.toMillis(), TimeUnit.MILLISECONDS)
                .join();
    }
}
