package errand.schemas.registry;

import static org.junit.jupiter.api.Assumptions.abort;

import errand.embedded.FreePort;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Apicurio's own server in a process of its own; its archive comes by Maven into target. */
final class ApicurioRegistry implements AutoCloseable {

    private static final String VERSION = "3.3.3";
    private static final String ARTIFACT =
            "io.apicurio:apicurio-registry-app:" + VERSION + ":tar.gz:all";
    private static final String COPY =
            "org.apache.maven.plugins:maven-dependency-plugin:3.9.0:copy";

    private final Process process;
    private final String url;

    private ApicurioRegistry(Process process, String url) {
        this.process = process;
        this.url = url;
    }

    /** Skips the tests, with the reason, when the archive cannot be had. */
    static ApicurioRegistry start(Path target) throws IOException, InterruptedException {
        Path folder = target.toAbsolutePath().resolve("apicurio-" + VERSION);
        if (!Files.exists(folder.resolve("quarkus-run.jar"))) {
            unpack(fetch(target.toAbsolutePath()), folder);
        }
        int port = FreePort.any();
        Process process = run(folder, serverCommand(port));
        String base = "http://127.0.0.1:" + port + "/apis/ccompat/v7";
        ApicurioRegistry registry = new ApicurioRegistry(process, base);
        registry.awaitReady(folder.resolve("output.log"));
        return registry;
    }

    String url() {
        return url;
    }

    @Override
    public void close() {
        process.destroy();
    }

    private static List<String> serverCommand(int port) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx384m",
                "-Dquarkus.http.host=127.0.0.1",
                "-Dquarkus.http.port=" + port,
                "-Dquarkus.management.host=127.0.0.1",
                "-Dquarkus.management.port=" + FreePort.any(),
                "-Dapicurio.rules.global.compatibility=FULL_TRANSITIVE",
                "-jar",
                "quarkus-run.jar");
    }

    private static Path fetch(Path target) throws IOException, InterruptedException {
        Path archive = target.resolve("apicurio-registry-app-" + VERSION + "-all.tar.gz");
        if (!Files.exists(archive)) {
            Files.createDirectories(target);
            end(
                    target,
                    300,
                    List.of(
                            "mvn",
                            "-q",
                            "-B",
                            COPY,
                            "-Dartifact=" + ARTIFACT,
                            "-DoutputDirectory=" + target));
        }
        return archive;
    }

    private static void unpack(Path archive, Path folder) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        end(folder, 120, List.of("tar", "xzf", archive.toString()));
    }

    private static void end(Path folder, int seconds, List<String> command)
            throws IOException, InterruptedException {
        Process process;
        try {
            process = run(folder, command);
        } catch (IOException absent) {
            abort("Apicurio not tested: " + command.getFirst() + " is not here: " + absent);
            return;
        }
        if (!process.waitFor(seconds, TimeUnit.SECONDS) || process.exitValue() != 0) {
            process.destroyForcibly();
            abort(
                    "Apicurio not tested: %s could not be fetched. Tried: %s. It said: %s"
                            .formatted(
                                    ARTIFACT,
                                    String.join(" ", command),
                                    Files.readString(folder.resolve("output.log")).strip()));
        }
    }

    private static Process run(Path folder, List<String> command) throws IOException {
        File output = folder.resolve("output.log").toFile();
        return new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output)
                .start();
    }

    private void awaitReady(Path output) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url + "/subjects")).build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            for (int attempt = 0; attempt < 600; attempt++) {
                if (!process.isAlive()) {
                    throw new IOException("Apicurio ended: " + Files.readString(output));
                }
                if (answers(http, request)) {
                    return;
                }
                process.waitFor(100, TimeUnit.MILLISECONDS);
            }
        }
        process.destroy();
        throw new IOException("Apicurio was not ready in 60 s: " + Files.readString(output));
    }

    private static boolean answers(HttpClient http, HttpRequest request)
            throws InterruptedException {
        try {
            var response = http.send(request, HttpResponse.BodyHandlers.discarding());
            return response.statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }
}
