package errand.bench.plans;

import errand.events.PlanSubmitted;
import errand.schemas.TopicNames;
import errand.schemas.registry.SchemaRegistry;
import errand.schemas.serde.AvroDeserializer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * A plan as the service itself validates and writes it: posted once over HTTP, then taken from the
 * inbox.
 */
final class Template {

    /** a‖b → c → d; every later step uses what an earlier one gave. */
    private static final String PLAN =
            """
            {"goal": "bench: a||b, then c, then d", "steps": [
             {"id": "a", "capability": "bench.noop.read", "input": {"value": "one"}},
             {"id": "b", "capability": "bench.noop.read", "input": {"value": "two"}},
             {"id": "c", "capability": "bench.noop.read", "needs": ["a", "b"],
              "input": {"value": "${$out.a.value}"}},
             {"id": "d", "capability": "bench.noop.read", "input": {"value": "${$out.c.value}"}}]}
            """;

    static final int STEPS = 4;

    private static final Duration WITHIN = Duration.ofSeconds(30);

    private Template() {}

    static PlanSubmitted take(String api, Clients clients, SchemaRegistry registry)
            throws IOException, InterruptedException {
        var names = new TopicNames("");
        var avro = new AvroDeserializer(registry);
        try (var inbox = clients.tail(names.inbox())) {
            String accepted = post(api);
            long until = System.nanoTime() + WITHIN.toNanos();
            while (System.nanoTime() < until) {
                for (ConsumerRecord<byte[], byte[]> record : inbox.poll(Duration.ofMillis(200))) {
                    if (avro.deserialize(names.inbox(), record.value())
                                    instanceof PlanSubmitted plan
                            && accepted.contains(plan.getPlanId())) {
                        return plan;
                    }
                }
            }
        }
        throw new IllegalStateException(
                "The plan was accepted but did not come to the inbox within %d s."
                        .formatted(WITHIN.toSeconds()));
    }

    private static String post(String api) throws IOException, InterruptedException {
        try (var http = HttpClient.newHttpClient()) {
            var answer =
                    http.send(
                            HttpRequest.newBuilder(URI.create(api + "/api/plans"))
                                    .header("Content-Type", "application/json")
                                    .timeout(WITHIN)
                                    .POST(HttpRequest.BodyPublishers.ofString(PLAN))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 202) {
                throw new IllegalStateException(
                        "POST /api/plans answers %d: %s"
                                .formatted(answer.statusCode(), answer.body()));
            }
            return answer.body();
        }
    }

    /** Waits until the view shows a plan as done; how long that took. */
    static Duration shownAfter(String api, String planId) throws IOException, InterruptedException {
        long since = System.nanoTime();
        try (var http = HttpClient.newHttpClient()) {
            var ask =
                    HttpRequest.newBuilder(URI.create(api + "/api/plans/" + planId))
                            .timeout(WITHIN)
                            .build();
            while (true) {
                String body = http.send(ask, HttpResponse.BodyHandlers.ofString()).body();
                Duration waited = Duration.ofNanos(System.nanoTime() - since);
                if (body.contains("\"state\":\"done\"")) {
                    return waited;
                }
                if (waited.compareTo(WITHIN.multipliedBy(6)) > 0) {
                    throw new IllegalStateException(
                            "The view does not show %s as done: %s".formatted(planId, body));
                }
                Thread.sleep(20);
            }
        }
    }
}
