package errand.bench.chat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Opens conversations and says things in them, over HTTP as pages do. */
final class Conversations implements AutoCloseable {

    private static final Duration ANSWERS_WITHIN = Duration.ofSeconds(30);
    private static final int OPENED_AT_ONCE = 16;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String api;

    Conversations(String api) {
        this.api = api;
    }

    /** So many conversations, each of a person of its own. */
    List<String> open(int number) throws InterruptedException {
        try (ExecutorService people =
                Executors.newFixedThreadPool(OPENED_AT_ONCE, Thread.ofVirtual().factory())) {
            var begun = new ArrayList<Future<String>>();
            for (int i = 0; i < number; i++) {
                var body = Map.of("user", "bench-" + i);
                begun.add(
                        people.submit(
                                () -> post("/api/conversations", body, 201).path("id").asString()));
            }
            var ids = new ArrayList<String>();
            for (var one : begun) {
                ids.add(one.get());
            }
            return ids;
        } catch (ExecutionException e) {
            throw new IllegalStateException("A conversation could not be opened", e);
        }
    }

    void say(String conversation, String text) throws IOException, InterruptedException {
        post("/api/conversations/" + conversation + "/messages", Map.of("text", text), 202);
    }

    private JsonNode post(String path, Map<String, String> body, int expected)
            throws IOException, InterruptedException {
        var request =
                HttpRequest.newBuilder(URI.create(api + path))
                        .header("Content-Type", "application/json")
                        .timeout(ANSWERS_WITHIN)
                        .POST(
                                HttpRequest.BodyPublishers.ofString(
                                        JsonMapper.shared().writeValueAsString(body)))
                        .build();
        var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != expected) {
            throw new IOException(
                    "POST %s answers %d: %s".formatted(path, answer.statusCode(), answer.body()));
        }
        return JsonMapper.shared().readTree(answer.body());
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
