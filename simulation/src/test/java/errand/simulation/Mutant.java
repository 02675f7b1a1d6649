package errand.simulation;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/** The real source with one patch, compiled anew and run in a process of its own. */
final class Mutant {

    private static final Pattern FILE = Pattern.compile("(?m)^--- a/(.*/src/main/java/(.*))$");
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    private final Path folder;

    Mutant(Path folder) {
        this.folder = folder;
    }

    /** Applies the patch to copies and compiles them; what does not apply or compile fails. */
    void make(Path patch) throws IOException, InterruptedException {
        List<String> sources = new ArrayList<>();
        Matcher file = FILE.matcher(Files.readString(patch));
        while (file.find()) {
            Path copy = folder.resolve(file.group(1));
            Files.createDirectories(copy.getParent());
            Files.copy(ROOT.resolve(file.group(1)), copy);
            sources.add(copy.toString());
        }
        if (sources.isEmpty()) {
            throw new AssertionError(patch + " patches no source");
        }
        run(folder, List.of("git", "apply", patch.toAbsolutePath().toString()));
        compile(sources);
    }

    private void compile(List<String> sources) throws IOException {
        List<String> arguments =
                new ArrayList<>(
                        List.of(
                                "-proc:none",
                                "-parameters",
                                "-nowarn",
                                "-cp",
                                classPath(),
                                "-d",
                                Files.createDirectories(classes()).toString()));
        arguments.addAll(sources);
        int failed =
                ToolProvider.getSystemJavaCompiler()
                        .run(null, null, null, arguments.toArray(String[]::new));
        if (failed != 0) {
            throw new AssertionError("The patched source does not compile");
        }
    }

    private Path classes() {
        return folder.resolve("classes");
    }

    /** Which invariant did not hold over so many seeds; empty when all did. */
    Optional<String> caught(int seeds) throws IOException, InterruptedException {
        Path told = folder.resolve("caught");
        run(
                ROOT,
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx512m",
                        "-cp",
                        classes() + java.io.File.pathSeparator + classPath(),
                        Simulate.class.getName(),
                        Integer.toString(seeds),
                        told.toString()));
        return Files.exists(told) ? Optional.of(Files.readString(told)) : Optional.empty();
    }

    private static String classPath() {
        return System.getProperty("java.class.path");
    }

    private void run(Path where, List<String> command) throws IOException, InterruptedException {
        Path out = folder.resolve("out");
        Process process =
                new ProcessBuilder(command)
                        .directory(where.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(out.toFile())
                        .start();
        if (process.waitFor() != 0) {
            throw new AssertionError("%s failed:%n%s".formatted(command.getFirst(), tail(out)));
        }
    }

    private static String tail(Path file) throws IOException {
        String text = Files.readString(file, StandardCharsets.UTF_8);
        return text.substring(Math.max(0, text.length() - 2_000));
    }

    /** All patches, by name. */
    static List<Path> patches() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/test/mutations"))) {
            return files.filter(it -> it.toString().endsWith(".patch")).sorted().toList();
        }
    }
}
