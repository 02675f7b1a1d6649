package errand.local;

import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Leaves {@code up} running in a session of its own, and returns when it is ready or has failed.
 */
record Detaching(DataFolder data) {

    private static Path ready(DataFolder data) {
        return data.run().resolve("ready");
    }

    static void tellReady(DataFolder data) {
        try {
            Files.writeString(ready(data), "");
        } catch (IOException e) {
            throw new Complaint("Cannot write to %s".formatted(data.run()), e);
        }
    }

    /** What the supervisor says is shown here until it is ready; from then on it is in up.log. */
    int start(List<String> arguments) throws IOException, InterruptedException {
        return start(arguments, System.out);
    }

    int start(List<String> arguments, PrintStream to) throws IOException, InterruptedException {
        return start(arguments, to, Map.of());
    }

    /**
     * @param environment what is set for all services besides
     */
    int start(List<String> arguments, PrintStream to, Map<String, String> environment)
            throws IOException, InterruptedException {
        Files.deleteIfExists(ready(data));
        var log = data.log("up");
        long from = Files.exists(log) ? Files.size(log) : 0;
        var builder =
                new ProcessBuilder(JavaCommand.inOwnSession(JavaCommand.cli(arguments)))
                        .redirectErrorStream(true)
                        .redirectInput(new File("/dev/null"))
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        var supervisor = builder.start();
        while (true) {
            boolean isReady = Files.exists(ready(data));
            boolean isOver = !supervisor.isAlive();
            from = show(log, from, to);
            if (isReady || isOver) {
                return isReady ? 0 : Math.max(1, supervisor.exitValue());
            }
            Thread.sleep(Duration.ofMillis(50));
        }
    }

    private static long show(Path log, long from, PrintStream to) throws IOException {
        try (var file = new RandomAccessFile(log.toFile(), "r")) {
            var bytes = new byte[(int) (file.length() - from)];
            file.seek(from);
            file.readFully(bytes);
            to.print(new String(bytes, StandardCharsets.UTF_8));
            to.flush();
            return from + bytes.length;
        }
    }
}
