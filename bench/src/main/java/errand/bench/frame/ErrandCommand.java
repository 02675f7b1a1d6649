package errand.bench.frame;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The {@code errand} command, for benches that start, stop or break installations.
 *
 * @param words how its JVM is started, without arguments; the main class is the last
 * @param jvm options of the JVM besides
 */
public record ErrandCommand(List<String> words, List<String> jvm) {

    /** Set by {@code ./errand bench}: the words, a line each. */
    public static final String PROPERTY = "errand.command";

    public ErrandCommand {
        words = List.copyOf(words);
        jvm = List.copyOf(jvm);
    }

    /** The command that started this bench. */
    public static ErrandCommand here() {
        String words = System.getProperty(PROPERTY, "");
        if (words.isEmpty()) {
            throw new IllegalStateException(
                    "This bench is started by ./errand bench, which says how to run ./errand (-D%s)."
                            .formatted(PROPERTY));
        }
        return new ErrandCommand(words.lines().toList(), List.of());
    }

    /**
     * The same without what an earlier run learned, which {@code ./errand} adds when it is there.
     */
    public ErrandCommand withoutLearned() {
        return new ErrandCommand(
                words.stream()
                        .filter(
                                word ->
                                        !word.startsWith("-XX:AOTCache")
                                                && !word.startsWith("-Xlog:aot")
                                                && !word.startsWith("-Derrand.learn"))
                        .toList(),
                jvm);
    }

    /** The same with other options of its JVM. */
    public ErrandCommand with(List<String> options) {
        return new ErrandCommand(words, options);
    }

    /**
     * Runs it to its end.
     *
     * @param log where what it says goes, both streams; appended
     * @throws IllegalStateException when it does not end in time, or not with 0
     */
    public void run(Path log, Duration within, Map<String, String> environment, String... arguments)
            throws IOException, InterruptedException {
        var command = new ArrayList<>(words);
        command.addAll(1, jvm);
        command.addAll(List.of(arguments));
        var builder =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectInput(new File("/dev/null"))
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        var process = builder.start();
        if (!process.waitFor(within.toMillis(), TimeUnit.MILLISECONDS)) {
            process.destroyForcibly();
            throw new IllegalStateException(
                    "'errand %s' did not end within %d s; what it said: %s"
                            .formatted(String.join(" ", arguments), within.toSeconds(), log));
        }
        if (process.exitValue() != 0) {
            throw new IllegalStateException(
                    "'errand %s' ended with %d; what it said: %s"
                            .formatted(String.join(" ", arguments), process.exitValue(), log));
        }
    }
}
