package errand.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import errand.embedded.FreePort;
import errand.local.Cli.Result;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Planned by a model's server, on everything real; the server is a stub that speaks the wire. */
@Tag("integration")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ModelIT {

    private static final String KEY = "sk-secret-of-the-model-test";
    private static final String TOMORROW =
            LocalDate.now(ZoneId.of("Asia/Shanghai")).plusDays(1).toString();

    private final Queue<JsonNode> requests = new ConcurrentLinkedQueue<>();
    private final HttpServer model = server();
    private Cli cli = new Cli(Path.of("."), 0);

    private static HttpServer server() {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException noPort) {
            throw new java.io.UncheckedIOException(noPort);
        }
    }

    @BeforeAll
    void up(@TempDir Path folder) throws Exception {
        model.createContext("/v1/chat/completions", this::plan);
        model.start();
        cli =
                new Cli(
                        folder.resolve("data"),
                        FreePort.any(),
                        Map.of(
                                "ERRAND_MODEL_URL",
                                "http://127.0.0.1:" + model.getAddress().getPort() + "/v1",
                                "ERRAND_MODEL_NAME",
                                "stub-1",
                                "ERRAND_MODEL_KEY",
                                KEY));
        var up = cli.run("up", "--detach");
        assertThat(up).as(up.toString()).extracting(Result::exit).isEqualTo(0);
    }

    @AfterAll
    void down() throws Exception {
        model.stop(0);
        cli.run("down");
    }

    private void plan(HttpExchange exchange) throws IOException {
        try (exchange) {
            requests.add(Json.MAPPER.readTree(exchange.getRequestBody().readAllBytes()));
            boolean known =
                    List.of("Bearer " + KEY)
                            .equals(exchange.getRequestHeaders().get("Authorization"));
            byte[] body = completion().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(known ? 200 : 401, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private static String completion() {
        String plan =
                """
                {"kind":"plan","plan":{"goal":"weather","in":{"city":"杭州"},"steps":[
                 {"id":"w","capability":"amap.weather.forecast","input":{"city":"${$in.city}","date":"%s"}}]}}"""
                        .formatted(TOMORROW);
        ObjectNode node = Json.MAPPER.createObjectNode();
        node.put("id", "1")
                .put("object", "chat.completion")
                .put("created", 1)
                .put("model", "stub-1");
        ObjectNode choice = node.putArray("choices").addObject();
        choice.put("index", 0).put("finish_reason", "stop");
        choice.putObject("message").put("role", "assistant").put("content", plan);
        return node.toString();
    }

    @Test
    void a_models_plan_runs_to_its_end_and_without_the_model_rules_plan_and_say_so()
            throws Exception {
        // Words that rules make nothing of: the plan can only be the model's.
        var first = cli.run("ask", "Shall I pack for wet feet?", "--json");
        assertThat(first.exit()).as(first.toString()).isZero();
        JsonNode told = last(first, "answer");
        assertThat(told.path("state").asString()).isEqualTo("done");
        assertThat(last(first, "step").path("capability").asString())
                .isEqualTo("amap.weather.forecast");
        assertThat(first.out()).doesNotContain("\"event\":\"notice\"");
        assertThat(requests.element().path("messages").path(1).toString())
                .contains("fliggy.train.search", "amap.weather.forecast");

        model.stop(0);
        var second = cli.run("ask", "Weather in Hangzhou tomorrow", "--json");
        assertThat(second.exit()).as(second.toString()).isZero();
        JsonNode notice = last(second, "notice");
        assertThat(notice.path("code").asString()).isEqualTo("MODEL_AWAY");
        assertThat(notice.path("message").asString())
                .isEqualTo("The model did not answer; worked out by rules.");
        assertThat(last(second, "answer").path("state").asString()).isEqualTo("done");
        figuresTell();
        LogFiles.holdNothingOf(cli, KEY);
    }

    private void figuresTell() throws Exception {
        assertThat(get("/actuator/prometheus"))
                .contains("errand_planner_seconds_count")
                .containsPattern(
                        "errand_planner_drafts_total\\{[^}]*outcome=\"plan\"[^}]*planner=\"model\"[^}]*} 1")
                .containsPattern(
                        "errand_planner_drafts_total\\{[^}]*outcome=\"plan\"[^}]*planner=\"offline\"[^}]*} 1")
                .doesNotContain(KEY);
        assertThat(get("/actuator")).doesNotContain(KEY);
        assertThat(get("/actuator/env")).doesNotContain(KEY);
    }

    private String get(String path) throws Exception {
        try (var http = HttpClient.newHttpClient()) {
            return http.send(
                            HttpRequest.newBuilder(
                                            URI.create("http://127.0.0.1:" + cli.port() + path))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body();
        }
    }

    private static JsonNode last(Result asked, String event) {
        return asked.out()
                .lines()
                .map(Json.MAPPER::readTree)
                .filter(line -> line.path("event").asString("").equals(event))
                .reduce((a, b) -> b)
                .orElseThrow(() -> new AssertionError("No " + event + " in " + asked))
                .path("data");
    }
}
