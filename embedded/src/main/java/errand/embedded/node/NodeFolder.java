package errand.embedded.node;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Scripts for node that are copied from one folder into another, where npm may put what they need.
 *
 * @param source files of this folder, not of those below it, are copied
 * @param folder is made where it is missing
 */
public record NodeFolder(Path source, Path folder) {

    private static final int INSTALLED_WITHIN_SECONDS = 300;

    /**
     * What came of a program.
     *
     * @param exit -1 when it had to be ended
     */
    public record Result(int exit, String output, String errors) {}

    /** Where the first of these programs that is on the PATH is. */
    public static Optional<String> program(String... names) {
        for (String name : names) {
            for (String folder :
                    Objects.requireNonNullElse(System.getenv("PATH"), "")
                            .split(File.pathSeparator)) {
                if (Files.isExecutable(Path.of(folder, name))) {
                    return Optional.of(Path.of(folder, name).toString());
                }
            }
        }
        return Optional.empty();
    }

    /** Why scripts cannot run here, and what would help; empty when they can. */
    public Optional<String> prepared() throws IOException {
        if (program("node").isEmpty()) {
            return Optional.of("node is not here; install it: apt-get install nodejs npm");
        }
        Files.createDirectories(folder);
        try (Stream<Path> files = Files.list(source)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = folder.resolve(file.getFileName().toString());
                Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
            }
        }
        return Optional.empty();
    }

    /** The same for what the lockfile names. */
    public Optional<String> installed() throws IOException, InterruptedException {
        Optional<String> lacking = prepared();
        if (lacking.isPresent() || program("npm").isEmpty()) {
            return Optional.of(
                    lacking.orElse("npm is not here; install it: apt-get install nodejs npm"));
        }
        Result npm =
                run(
                        INSTALLED_WITHIN_SECONDS,
                        Map.of(),
                        List.of("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund"));
        return npm.exit() == 0
                ? Optional.empty()
                : Optional.of("npm ci failed: " + npm.errors().strip().replace('\n', ' '));
    }

    /**
     * What a script printed.
     *
     * @param script its name, then its arguments
     * @throws IllegalStateException with what it said, when it does not end well in time
     */
    public String output(int seconds, List<String> script)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("node"));
        command.addAll(script);
        Result result = run(seconds, Map.of(), command);
        if (result.exit() != 0) {
            throw new IllegalStateException(
                    "%s ended with %d: %s"
                            .formatted(String.join(" ", command), result.exit(), result.errors()));
        }
        return result.output();
    }

    /** Runs a program in the folder, and ends it when it takes longer. */
    public Result run(int seconds, Map<String, String> environment, List<String> command)
            throws IOException, InterruptedException {
        Path output = Files.createTempFile("errand-node-", ".out");
        Path errors = Files.createTempFile("errand-node-", ".err");
        ProcessBuilder builder =
                new ProcessBuilder(new ArrayList<>(command))
                        .directory(folder.toFile())
                        .redirectOutput(output.toFile())
                        .redirectError(errors.toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        boolean ended = process.waitFor(seconds, TimeUnit.SECONDS);
        if (!ended) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly().waitFor();
        }
        String said =
                (ended ? "" : "not ended within " + seconds + " s\n") + Files.readString(errors);
        Result result =
                new Result(ended ? process.exitValue() : -1, Files.readString(output), said);
        Files.delete(output);
        Files.delete(errors);
        return result;
    }
}
