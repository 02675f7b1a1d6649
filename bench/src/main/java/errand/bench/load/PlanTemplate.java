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

    /** a‖b → c → d; every later step uses what an earlier one gave. None of them writes. */
    public static final String FOUR_STEPS = fourSteps(0);

    private static final Duration WITHIN = Duration.ofSeconds(30);

    private static final String READ = "bench.noop.read";

    /**
     * A write that asks nobody: as a COMMIT does, it goes through the agent's inbox in PostgreSQL,
     * in one transaction with its reply, but needs no yes.
     */
    private static final String WRITE = "bench.noop.hold";

    private PlanTemplate() {}

    /**
     * a‖b → c → d; every later step uses what an earlier one gave.
     *
     * @param writes how many of the four write, the last ones first
     */
    public static String fourSteps(int writes) {
        if (writes < 0 || writes > 4) {
            throw new IllegalArgumentException(
                    "A plan of 4 steps cannot have %d that write (--set writes)".formatted(writes));
        }
        return """
        {"goal": "bench: a||b, then c, then d", "steps": [
         {"id": "a", "capability": "%s", "input": {"value": "one"}},
         {"id": "b", "capability": "%s", "input": {"value": "two"}},
         {"id": "c", "capability": "%s", "needs": ["a", "b"], "input": {"value": "${$out.a.%s}"}},
         {"id": "d", "capability": "%s", "input": {"value": "${$out.c.%s}"}}]}
        """
                .formatted(
                        step(4, writes),
                        step(3, writes),
                        step(2, writes),
                        gives(step(4, writes)),
                        step(1, writes),
                        gives(step(2, writes)));
    }

    /** The capability of the step that is so many from the end. */
    private static String step(int fromEnd, int writes) {
        return fromEnd <= writes ? WRITE : READ;
    }

    private static String gives(String capability) {
        return capability.equals(WRITE) ? "holdId" : "value";
    }

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
