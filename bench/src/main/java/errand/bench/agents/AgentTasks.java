package errand.bench.agents;

import errand.bench.load.Clients;
import errand.bench.load.Load;
import errand.bench.load.PlanIds;
import errand.bench.load.Tail;
import errand.common.Terms;
import errand.events.TaskFailed;
import errand.events.TaskRefused;
import errand.events.TaskRequested;
import errand.events.TaskSucceeded;
import errand.schemas.TopicNames;
import errand.schemas.registry.SchemaRegistry;
import errand.schemas.serde.AvroDeserializer;
import errand.schemas.serde.AvroSerializer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongConsumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/**
 * Tasks for the agent of the bench, put on its topic as the engine does; done when their replies
 * are in {@code conversation.inbox}. No plan stands behind them, so the engine passes the replies
 * over.
 */
final class AgentTasks implements Load {

    private static final Duration DEADLINE = Duration.ofMinutes(10);

    private final Clients clients;
    private final Work work;
    private final TopicNames names = new TopicNames("");
    private final AvroSerializer writes;
    private final AvroDeserializer reads;
    private final Producer<byte[], byte[]> producer;
    private final PlanIds ids = new PlanIds();
    private final AtomicReference<@Nullable String> unexpected = new AtomicReference<>();
    private @Nullable Tail tail;

    /**
     * What is asked of the agent.
     *
     * @param input JSON
     * @param binds whether it needs the terms of a consent
     */
    record Work(String capability, String input, boolean binds) {

        static final Work READ = new Work("bench.noop.read", "{\"value\":\"one\"}", false);
        static final Work COMMIT = new Work("bench.noop.commit", "{\"value\":\"one\"}", true);

        static Work sleeping(Duration time) {
            return new Work("bench.sleep.read", "{\"ms\":%d}".formatted(time.toMillis()), false);
        }
    }

    AgentTasks(Clients clients, SchemaRegistry registry, Work work) {
        this.clients = clients;
        this.work = work;
        this.writes = new AvroSerializer(registry);
        this.reads = new AvroDeserializer(registry);
        this.producer = clients.producer();
    }

    @Override
    public void start(LongConsumer done) {
        tail = new Tail("replies", clients.tail(names.inbox()), record -> read(record, done));
    }

    private void read(ConsumerRecord<byte[], byte[]> record, LongConsumer done) {
        switch (reads.deserialize(record.topic(), record.value())) {
            case TaskSucceeded reply -> done.accept(number(reply.getTaskId()));
            case TaskRefused no -> failed(no.getTaskId(), no.toString(), done);
            case TaskFailed no -> failed(no.getTaskId(), no.toString(), done);
            case null, default -> {
                // Not a reply.
            }
        }
    }

    private void failed(String taskId, String reply, LongConsumer done) {
        long number = number(taskId);
        if (number >= 0) {
            unexpected.compareAndSet(null, reply);
            done.accept(number);
        }
    }

    private long number(String taskId) {
        int end = taskId.indexOf('/');
        return end < 0 ? -1 : ids.number(taskId.substring(0, end));
    }

    @Override
    public void ask(long number) {
        TaskRequested task = task(number);
        byte[] key = task.getTaskId().getBytes(StandardCharsets.UTF_8);
        String topic = names.taskRequests("bench");
        byte[] value = Objects.requireNonNull(writes.serialize(topic, task));
        var _ = producer.send(new ProducerRecord<>(topic, key, value));
    }

    private TaskRequested task(long number) {
        String plan = ids.plan(number);
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        return TaskRequested.newBuilder()
                .setTaskId(plan + "/t/do/1")
                .setConversationId(ids.conversation(number))
                .setPlanId(plan)
                .setStepId("t")
                .setCapability(work.capability())
                .setInput(work.input())
                .setAt(now)
                .setDeadline(now.plus(DEADLINE))
                .setAttempt(1)
                .setUser("bench")
                .setLang("en")
                .setTerms(work.binds() ? terms(plan) : null)
                .setVersion(null)
                .build();
    }

    /** What a person would have agreed to: this plan, which costs nothing. */
    static Terms terms(String plan) {
        String shown =
                "{\"items\":[],\"planId\":\"%s\",\"total\":{\"amount\":0,\"currency\":\"CNY\"}}"
                        .formatted(plan);
        return new Terms("k_" + plan.substring(2) + "_1", "sha256:" + sha256(shown), shown);
    }

    private static String sha256(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Refuses figures of tasks that were not done. */
    void refuseFailures() {
        String reply = unexpected.get();
        if (reply != null) {
            throw new IllegalStateException("A task was not done: " + reply);
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
