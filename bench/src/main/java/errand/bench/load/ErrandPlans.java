package errand.bench.load;

import errand.events.ConversationAdvanced;
import errand.events.PlanSubmitted;
import errand.facts.PlanClosed;
import errand.facts.PlanOutcome;
import errand.schemas.TopicNames;
import errand.schemas.registry.SchemaRegistry;
import errand.schemas.serde.AvroDeserializer;
import errand.schemas.serde.AvroSerializer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongConsumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/**
 * Plans of the installation under test: submitted to the inbox as the HTTP API does once a plan is
 * validated, and done when {@code conversation.events} says so.
 */
public final class ErrandPlans implements Load {

    private static final int SAMPLED = 100;

    private final Clients clients;
    private final PlanSubmitted template;
    private final TopicNames names = new TopicNames("");
    private final AvroSerializer writes;
    private final AvroDeserializer reads;
    private final Producer<byte[], byte[]> producer;
    private final PlanIds ids = new PlanIds();
    private final AtomicReference<@Nullable String> unexpected = new AtomicReference<>();
    private @Nullable Tail tail;
    private final List<String> samples = new ArrayList<>();
    private String last = "";

    public ErrandPlans(Clients clients, SchemaRegistry registry, PlanSubmitted template) {
        this.clients = clients;
        this.template = template;
        this.writes = new AvroSerializer(registry);
        this.reads = new AvroDeserializer(registry);
        this.producer = clients.producer();
    }

    @Override
    public void start(LongConsumer done) {
        tail = new Tail("plans-closed", clients.tail(names.events()), record -> read(record, done));
    }

    private void read(ConsumerRecord<byte[], byte[]> record, LongConsumer done) {
        if (!(reads.deserialize(record.topic(), record.value())
                instanceof ConversationAdvanced advanced)) {
            return;
        }
        for (Object fact : advanced.getEvents()) {
            if (fact instanceof PlanClosed closed) {
                if (closed.getOutcome() != PlanOutcome.DONE) {
                    unexpected.compareAndSet(null, closed.toString());
                }
                done.accept(ids.number(closed.getPlanId()));
            }
        }
    }

    @Override
    public void ask(long number) {
        String conversation = ids.conversation(number);
        last = ids.plan(number);
        if (number % SAMPLED == 0) {
            samples.add(last);
        }
        PlanSubmitted plan =
                PlanSubmitted.newBuilder(template)
                        .setId("e_" + conversation)
                        .setAt(Instant.now().truncatedTo(ChronoUnit.MILLIS))
                        .setConversationId(conversation)
                        .setPlanId(last)
                        .setPlan(template.getPlan().replace(template.getPlanId(), last))
                        .setResume(null)
                        .build();
        byte[] value = Objects.requireNonNull(writes.serialize(names.inbox(), plan));
        byte[] key = conversation.getBytes(StandardCharsets.UTF_8);
        var record = new ProducerRecord<>(names.inbox(), key, value);
        record.headers().add("traceparent", trace(conversation));
        var _ = producer.send(record);
    }

    /** A trace of its own for each plan, as whoever writes to the inbox gives one (W3C). */
    private static byte[] trace(String conversation) {
        String id = conversation.substring(2).replace("-", "");
        return "00-%s-%s-01".formatted(id, id.substring(16)).getBytes(StandardCharsets.US_ASCII);
    }

    /** The plan that was asked for last. */
    public String last() {
        return last;
    }

    /** Every hundredth plan that was asked for, and the last. */
    public List<String> samples() {
        List<String> all = new ArrayList<>(samples);
        all.add(last);
        return all;
    }

    public PlanIds ids() {
        return ids;
    }

    /** Refuses figures of plans that did not end as they must. */
    public void refuseFailures() {
        String closed = unexpected.get();
        if (closed != null) {
            throw new IllegalStateException("A plan did not end well: " + closed);
        }
    }

    @Override
    public void close() {
        if (tail != null) {
            tail.close();
        }
        producer.close();
    }
}
