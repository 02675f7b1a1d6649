package errand.local;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Calls the HTTP API of a running installation as a user's program would. */
final class Client implements AutoCloseable {

    private static final Duration PLAN_ENDS_WITHIN = Duration.ofSeconds(60);

    /** Status and body of an answer. */
    record Answer(int status, JsonNode body) {}

    private final HttpClient http = HttpClient.newHttpClient();
    private final String base;

    Client(String base) {
        this.base = base;
    }

    Answer get(String path) {
        return send(request(path).GET().build());
    }

    Answer post(String path, String json) {
        return send(
                request(path)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(json))
                        .build());
    }

    /** As a careful program does: with a key, again while the service says that it cannot now. */
    Answer insist(String path, String json, String key) {
        long until = System.nanoTime() + PLAN_ENDS_WITHIN.toNanos();
        while (true) {
            Answer answer =
                    send(
                            request(path)
                                    .header("Content-Type", "application/json")
                                    .header("Idempotency-Key", key)
                                    .POST(HttpRequest.BodyPublishers.ofString(json))
                                    .build());
            boolean notNow = answer.status() == 503 || answer.status() == 409;
            if (!notNow || System.nanoTime() > until) {
                return answer;
            }
            java.util.concurrent.locks.LockSupport.parkNanos(300_000_000);
        }
    }

    Answer delete(String path) {
        return send(request(path).DELETE().build());
    }

    Answer patch(String path, String json) {
        return sent("PATCH", path, json);
    }

    Answer put(String path, String json) {
        return sent("PUT", path, json);
    }

    private Answer sent(String method, String path, String json) {
        return send(
                request(path)
                        .header("Content-Type", "application/json")
                        .method(method, HttpRequest.BodyPublishers.ofString(json))
                        .build());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path)).timeout(Duration.ofSeconds(30));
    }

    private Answer send(HttpRequest request) {
        try {
            HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
            String body = answer.body();
            return new Answer(
                    answer.statusCode(), Json.MAPPER.readTree(body.isBlank() ? "{}" : body));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The lines of a conversation's stream, after an event id or from the start. */
    Stream<String> stream(String conversationId, String lastEventId) throws Exception {
        HttpRequest.Builder request = request("/api/conversations/" + conversationId + "/events");
        if (!lastEventId.isEmpty()) {
            request.header("Last-Event-ID", lastEventId);
        }
        return http.send(request.build(), BodyHandlers.ofLines()).body();
    }

    /** Waits until a plan is in one of these states. */
    JsonNode awaitPlan(String planId, String... states) {
        long until = System.nanoTime() + PLAN_ENDS_WITHIN.toNanos();
        while (true) {
            JsonNode plan = get("/api/plans/" + planId).body();
            if (List.of(states).contains(plan.path("state").asString(""))) {
                return plan;
            }
            if (System.nanoTime() > until) {
                throw new AssertionError(
                        "Plan is not %s: %s".formatted(List.of(states), plan.toPrettyString()));
            }
            java.util.concurrent.locks.LockSupport.parkNanos(50_000_000);
        }
    }

    /** Answers the one card of a plan that is open. */
    Answer answerCard(JsonNode plan, String decision) {
        for (JsonNode card : plan.path("consents")) {
            if (card.path("state").asString("").equals("open")) {
                return post(
                        "/api/conversations/%s/consents/%s"
                                .formatted(
                                        plan.path("conversationId").asString(),
                                        card.path("id").asString()),
                        Json.MAPPER.writeValueAsString(
                                Map.of(
                                        "decision",
                                        decision,
                                        "hash",
                                        card.path("hash").asString())));
            }
        }
        throw new AssertionError("No card is open: " + plan.toPrettyString());
    }

    @Override
    public void close() {
        http.close();
    }
}
