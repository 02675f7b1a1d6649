package errand.local;

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
 */
record NodeFolder(Path source, Path folder) {

    record Result(int exit, String output, String errors) {}

    static Optional<String> program(String... names) {
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
    Optional<String> prepared() throws IOException {
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
    Optional<String> installed() throws IOException, InterruptedException {
        Optional<String> lacking = prepared();
        if (lacking.isPresent() || program("npm").isEmpty()) {
            return Optional.of(
                    lacking.orElse("npm is not here; install it: apt-get install nodejs npm"));
        }
        Result npm =
                run(
                        300,
                        Map.of(),
                        List.of("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund"));
        return npm.exit() == 0
                ? Optional.empty()
                : Optional.of("npm ci failed: " + npm.errors().strip().replace('\n', ' '));
    }

    Result run(int seconds, Map<String, String> environment, List<String> command)
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
