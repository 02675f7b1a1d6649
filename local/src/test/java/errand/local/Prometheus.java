package errand.local;

import static org.junit.jupiter.api.Assumptions.abort;

import errand.embedded.FreePort;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A real Prometheus that asks services of this machine, with the configuration of deploy/. */
final class Prometheus implements AutoCloseable {

    static final Path CONFIG = Path.of("..", "deploy", "prometheus", "prometheus.yml");

    private final HttpClient http = HttpClient.newHttpClient();
    private final Process process;
    private final String url;

    private Prometheus(Process process, String url) {
        this.process = process;
        this.url = url;
    }

    /** The test is skipped where there is none. */
    static void assumeHere() throws InterruptedException {
        for (var program : List.of("prometheus", "promtool")) {
            try {
                new ProcessBuilder(program, "--version")
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor();
            } catch (IOException e) {
                abort(
                        "no %s on the PATH. On Debian: apt-get install prometheus"
                                .formatted(program));
            }
        }
    }

    /**
     * @param ports of services by the names that the configuration has for them
     * @param bench the port of an agent that it has not
     */
    static Prometheus start(Path folder, Map<String, Integer> ports, int bench) throws IOException {
        int own = FreePort.any();
        var config = Files.readString(CONFIG);
        for (var port : ports.entrySet()) {
            config =
                    config.replace(
                            "- " + port.getKey() + ":8080", "- 127.0.0.1:" + port.getValue());
        }
        // As a guide tells those who add an agent: one more line.
        config =
                config.replace(
                        "targets:\n", "targets:\n          - 127.0.0.1:%d\n".formatted(bench));
        config =
                config.replace("127.0.0.1:9090", "127.0.0.1:" + own)
                        .replace("scrape_interval: 10s", "scrape_interval: 1s")
                        .replace("scrape_timeout: 8s", "scrape_timeout: 1s");
        var file = Files.writeString(folder.resolve("prometheus.yml"), config);
        var process =
                new ProcessBuilder(
                                "prometheus",
                                "--config.file=" + file,
                                "--storage.tsdb.path=" + folder.resolve("tsdb"),
                                "--web.listen-address=127.0.0.1:" + own)
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("prometheus.log").toFile())
                        .start();
        return new Prometheus(process, "http://127.0.0.1:" + own);
    }

    /** The finite figures that an expression gives now; none while Prometheus is not there yet. */
    List<Double> figures(String expression) {
        var figures = new ArrayList<Double>();
        try {
            var request =
                    HttpRequest.newBuilder(
                                    URI.create(
                                            url
                                                    + "/api/v1/query?query="
                                                    + URLEncoder.encode(
                                                            expression, StandardCharsets.UTF_8)))
                            .build();
            var answer = Json.MAPPER.readTree(http.send(request, BodyHandlers.ofString()).body());
            if (answer.path("status").asString("").equals("error")) {
                throw new AssertionError(expression + ": " + answer.path("error").asString(""));
            }
            for (var series : answer.path("data").path("result")) {
                double figure = Double.parseDouble(series.path("value").path(1).asString("NaN"));
                if (Double.isFinite(figure)) {
                    figures.add(figure);
                }
            }
        } catch (IOException e) {
            return List.of();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return figures;
    }

    double sum(String expression) {
        return figures(expression).stream().mapToDouble(Double::doubleValue).sum();
    }

    @Override
    public void close() throws InterruptedException {
        http.close();
        process.destroy();
        if (!process.waitFor(5, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }
}
