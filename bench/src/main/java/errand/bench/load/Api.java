package errand.bench.load;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/** The HTTP API of the installation under test. */
public final class Api implements AutoCloseable {

    private static final Duration WITHIN = Duration.ofSeconds(30);
    private static final Duration SHOWN_WITHIN = Duration.ofMinutes(3);
    private static final ObjectMapper JSON = JsonMapper.builder().build();

    private final HttpClient http = HttpClient.newHttpClient();
    private final String base;

    /**
     * @param base URL of the orchestrator, without a slash at its end
     */
    public Api(String base) {
        this.base = base;
    }

    /** Hands a plan in; its id. */
    public String submit(String plan) throws IOException, InterruptedException {
        var answer =
                http.send(
                        to("/api/plans")
                                .header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofString(plan))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 202) {
            throw new IllegalStateException(
                    "POST /api/plans answers %d: %s".formatted(answer.statusCode(), answer.body()));
        }
        return JSON.readTree(answer.body()).path("planId").asString();
    }

    /** A plan as {@code GET /api/plans/{id}} shows it; an error's body when it is not found. */
    public JsonNode plan(String planId) throws IOException, InterruptedException {
        var answer =
                http.send(to("/api/plans/" + planId).build(), HttpResponse.BodyHandlers.ofString());
        return JSON.readTree(answer.body());
    }

    /** Waits until a plan is shown as done; how long that took. */
    public Duration shownAfter(String planId) throws IOException, InterruptedException {
        long since = System.nanoTime();
        while (true) {
            JsonNode plan = plan(planId);
            Duration waited = Duration.ofNanos(System.nanoTime() - since);
            if (plan.path("state").asString("").equals("done")) {
                return waited;
            }
            if (waited.compareTo(SHOWN_WITHIN) > 0) {
                throw new IllegalStateException(
                        "The view does not show %s as done: %s".formatted(planId, plan));
            }
            Thread.sleep(10);
        }
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create(base + path)).timeout(WITHIN);
    }

    @Override
    public void close() {
        http.close();
    }
}
