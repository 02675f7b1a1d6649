package errand.local;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Runs the real command in a JVM of its own, as the script does after its build: on the class path
 * that users get, without what only tests bring.
 *
 * @param environment what is set besides
 */
record Cli(Path data, int port, Map<String, String> environment) {

    Cli(Path data, int port) {
        this(data, port, Map.of());
    }

    record Result(int exit, String out, String err) {}

    Result run(String... arguments) throws IOException, InterruptedException {
        var err = Files.createTempFile("errand-", ".err");
        var process = builder(arguments).redirectError(err.toFile()).start();
        var out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int exit = process.waitFor();
        var said = Files.readString(err).strip();
        Files.delete(err);
        return new Result(exit, out.strip(), said);
    }

    /** Goes on by itself; what it says goes to the file. */
    Process start(Path out, String... arguments) throws IOException {
        return builder(arguments).redirectErrorStream(true).redirectOutput(out.toFile()).start();
    }

    /** Maven writes the file before tests run. */
    private static String classPath() throws IOException {
        var own = Path.of("target/classes").toAbsolutePath();
        return own + File.pathSeparator + Files.readString(Path.of("target/runtime.classpath"));
    }

    private ProcessBuilder builder(String... arguments) throws IOException {
        var words = new ArrayList<>(List.of(arguments));
        words.addAll(1, List.of("--data", data.toString(), "--port", Integer.toString(port)));
        var command = JavaCommand.cli(words);
        command.set(command.indexOf("-cp") + 1, classPath());
        // Where people are who follow the README: other folders are here, one of them called bench.
        var builder = new ProcessBuilder(command).directory(new File("..").getAbsoluteFile());
        builder.environment().putAll(environment);
        return builder;
    }
}
