package errand.local.kill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import org.awaitility.core.ConditionTimeoutException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.NullNode;

/** Talks to the orchestrator as a person's page does: tries again while nobody is there. */
final class Page {

    private static final Duration LOOK_EVERY = Duration.ofMillis(50);
    private static final Duration ANSWERS_WITHIN = Duration.ofSeconds(8);

    private final String base;
    private final HttpClient http =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(ANSWERS_WITHIN)
                    .build();

    Page(String base) {
        this.base = base;
    }

    /** An answer of the orchestrator. */
    record Answer(int status, JsonNode body) {}

    /** What was taken on. */
    record Taken(String conversationId, String planId) {}

    /** Submits under a key, so that trying again makes no second plan. */
    Taken submit(Trip trip, Duration atMost) {
        var answer = new AtomicReference<>(new Answer(0, NullNode.getInstance()));
        await("a plan to be taken on")
                .atMost(atMost)
                .pollInterval(LOOK_EVERY)
                .ignoreExceptionsInstanceOf(IOException.class)
                .until(
                        () -> {
                            var now = post("/api/plans", trip.json(), trip.user());
                            answer.set(now);
                            return now.status() != 409 && now.status() < 500;
                        });
        var taken = Objects.requireNonNull(answer.get());
        assertThat(taken.status()).as(taken.body().toString()).isEqualTo(202);
        var body = taken.body();
        return new Taken(body.path("conversationId").asString(), body.path("planId").asString());
    }

    /** Looks at a plan until it is as wanted. */
    JsonNode awaitPlan(String planId, Predicate<JsonNode> wanted, Duration atMost) {
        var last = new AtomicReference<JsonNode>(JsonMapper.shared().createObjectNode());
        try {
            await().atMost(atMost)
                    .pollInterval(LOOK_EVERY)
                    .ignoreExceptionsInstanceOf(IOException.class)
                    .until(() -> look(planId, last) && wanted.test(last.get()));
        } catch (ConditionTimeoutException late) {
            throw new AssertionError(
                    "After %s plan %s is no further than %s".formatted(atMost, planId, last.get()),
                    late);
        }
        return Objects.requireNonNull(last.get());
    }

    private boolean look(String planId, AtomicReference<JsonNode> last)
            throws IOException, InterruptedException {
        var answer = get("/api/plans/" + planId);
        if (answer.status() == 200) {
            last.set(answer.body());
        }
        return answer.status() == 200;
    }

    Answer grant(String conversationId, JsonNode card) throws IOException, InterruptedException {
        return post(
                "/api/conversations/%s/consents/%s"
                        .formatted(conversationId, card.path("id").asString()),
                "{\"decision\":\"grant\",\"hash\":\"%s\"}".formatted(card.path("hash").asString()),
                "grant-" + card.path("id").asString());
    }

    Answer get(String path) throws IOException, InterruptedException {
        return send(request(path).GET());
    }

    private Answer post(String path, String body, String key)
            throws IOException, InterruptedException {
        return send(
                request(path)
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", key)
                        .POST(BodyPublishers.ofString(body)));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path)).timeout(ANSWERS_WITHIN);
    }

    private Answer send(HttpRequest.Builder request) throws IOException, InterruptedException {
        var response = http.send(request.build(), BodyHandlers.ofString());
        return new Answer(response.statusCode(), JsonMapper.shared().readTree(response.body()));
    }
}
