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
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Opens conversations and says things in them, over HTTP as pages do. */
final class Conversations implements AutoCloseable {

    private static final Duration ANSWERS_WITHIN = Duration.ofSeconds(30);
    private static final Duration AGAIN_AFTER = Duration.ofMillis(500);
    private static final int OPENED_AT_ONCE = 16;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final AtomicInteger repeats = new AtomicInteger();
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

    /**
     * Says it, and says it again for a while where the service cannot take it now. What arrived
     * although the service could not say so is there twice then; its first sign counts.
     */
    void say(String conversation, String text) throws IOException, InterruptedException {
        String path = "/api/conversations/" + conversation + "/messages";
        long until = System.nanoTime() + ANSWERS_WITHIN.toNanos();
        while (true) {
            try {
                post(path, Map.of("text", text), 202);
                return;
            } catch (NotNow busy) {
                if (System.nanoTime() > until) {
                    throw busy;
                }
                repeats.incrementAndGet();
                TimeUnit.MILLISECONDS.sleep(AGAIN_AFTER.toMillis());
            }
        }
    }

    /** How often something was said again because it could not be taken. */
    int repeats() {
        return repeats.get();
    }

    /** The service said 503. */
    private static final class NotNow extends IOException {
        private static final long serialVersionUID = 1L;

        NotNow(String message) {
            super(message);
        }
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
            String what =
                    "POST %s answers %d: %s".formatted(path, answer.statusCode(), answer.body());
            throw answer.statusCode() == 503 ? new NotNow(what) : new IOException(what);
        }
        return JsonMapper.shared().readTree(answer.body());
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
