package errand.schemas.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The scripts of src/test/node in a folder of their own, with what their lockfile names. */
final class NodeFolder {

    private final Path folder;

    private NodeFolder(Path folder) {
        this.folder = folder;
    }

    /** Skips the tests, with the reason, when npm is absent or cannot fetch. */
    static NodeFolder installed(Path source, Path folder) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        try (Stream<Path> files = Files.list(source)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = folder.resolve(file.getFileName().toString());
                Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
            }
        }
        NodeFolder node = new NodeFolder(folder);
        Result npm;
        try {
            npm =
                    node.run(
                            300,
                            List.of("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund"));
        } catch (IOException absent) {
            return abort("kafkajs not tested: npm is not here: " + absent.getMessage());
        }
        if (npm.exit() != 0) {
            return abort("kafkajs not tested: npm ci failed: " + npm.errors().strip());
        }
        return node;
    }

    /** What a script printed; it must have ended well. */
    String output(String... script) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("node"));
        command.addAll(List.of(script));
        Result result = run(90, command);
        assertThat(result.exit()).as(result.errors()).isZero();
        return result.output();
    }

    private record Result(int exit, String output, String errors) {}

    private Result run(int seconds, List<String> command) throws IOException, InterruptedException {
        Path output = Files.createTempFile(folder, "output", ".txt");
        Path errors = Files.createTempFile(folder, "errors", ".txt");
        Process process =
                new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectOutput(output.toFile())
                        .redirectError(errors.toFile())
                        .start();
        boolean ended = process.waitFor(seconds, TimeUnit.SECONDS);
        if (!ended) {
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
