package errand.bench.load;

import errand.events.PlanSubmitted;
import errand.schemas.TopicNames;
import errand.schemas.registry.SchemaRegistry;
import errand.schemas.serde.AvroDeserializer;
import java.io.IOException;
import java.time.Duration;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * A plan as the service itself validates and writes it: posted once over HTTP, then taken from the
 * inbox.
 */
public final class PlanTemplate {

    /** a‖b → c → d; every later step uses what an earlier one gave. */
    public static final String FOUR_STEPS =
            """
            {"goal": "bench: a||b, then c, then d", "steps": [
             {"id": "a", "capability": "bench.noop.read", "input": {"value": "one"}},
             {"id": "b", "capability": "bench.noop.read", "input": {"value": "two"}},
             {"id": "c", "capability": "bench.noop.read", "needs": ["a", "b"],
              "input": {"value": "${$out.a.value}"}},
             {"id": "d", "capability": "bench.noop.read", "input": {"value": "${$out.c.value}"}}]}
            """;

    private static final Duration WITHIN = Duration.ofSeconds(30);

    private PlanTemplate() {}

    /**
     * Posts a plan and gives back what the service wrote to the inbox for it.
     *
     * @param plan as {@code POST /api/plans} takes it
     */
    public static PlanSubmitted take(Api api, Clients clients, SchemaRegistry registry, String plan)
            throws IOException, InterruptedException {
        var names = new TopicNames("");
        var avro = new AvroDeserializer(registry);
        try (var inbox = clients.tail(names.inbox())) {
            String accepted = api.submit(plan);
            long until = System.nanoTime() + WITHIN.toNanos();
            while (System.nanoTime() < until) {
                for (ConsumerRecord<byte[], byte[]> record : inbox.poll(Duration.ofMillis(200))) {
                    if (avro.deserialize(names.inbox(), record.value())
                                    instanceof PlanSubmitted submitted
                            && accepted.equals(submitted.getPlanId())) {
                        return submitted;
                    }
                }
            }
        }
        throw new IllegalStateException(
                "The plan was accepted but did not come to the inbox within %d s."
                        .formatted(WITHIN.toSeconds()));
    }
}
