package errand.orchestrator.web;

import errand.events.PlanSubmitted;
import errand.orchestrator.codec.CoreJson;
import errand.runtime.settings.KafkaSettings;
import errand.schemas.TopicNames;
import errand.schemas.registry.SchemaRegistry;
import errand.schemas.serde.AvroDeserializer;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;

/**
 * Finds a plan in the inbox that another node, or this one before it was started again, accepted
 * and the engine has not taken up. The last resort of a rare case: it reads the inbox from when the
 * id was made.
 */
final class Submissions {

    private static final Duration EARLIER = Duration.ofSeconds(5);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final KafkaSettings kafka;
    private final String topic;
    private final AvroDeserializer avro;
    private final Semaphore free = new Semaphore(2);

    Submissions(KafkaSettings kafka, TopicNames names, SchemaRegistry registry) {
        this.kafka = kafka;
        this.topic = names.inbox();
        this.avro = new AvroDeserializer(registry);
    }

    /** Looks for the plan with this id, or the first of the conversation with this id. */
    Optional<Accepted.Plan> find(String id, Instant madeAt) {
        if (!free.tryAcquire()) {
            throw unsure(id);
        }
        try (Consumer<String, byte[]> consumer = consumer()) {
            return find(consumer, id, madeAt.minus(EARLIER));
        } catch (KafkaException away) {
            throw unsure(id);
        } finally {
            free.release();
        }
    }

    private static Problem.Refusal unsure(String id) {
        return Problem.unavailable(
                        "Whether '%s' was accepted cannot be said right now; ask again."
                                .formatted(id))
                .refusal();
    }

    private Optional<Accepted.Plan> find(
            Consumer<String, byte[]> consumer, String id, Instant from) {
        List<TopicPartition> all =
                consumer.partitionsFor(topic, PATIENCE).stream()
                        .map(info -> new TopicPartition(topic, info.partition()))
                        .toList();
        Map<TopicPartition, Long> ends = consumer.endOffsets(all, PATIENCE);
        consumer.assign(all);
        seek(consumer, ends, from.toEpochMilli());
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (all.stream().anyMatch(one -> consumer.position(one) < end(ends, one))) {
            for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofMillis(200))) {
                Accepted.Plan found = match(record, id);
                if (found != null) {
                    return Optional.of(found);
                }
            }
            if (System.nanoTime() > until) {
                throw unsure(id);
            }
        }
        return Optional.empty();
    }

    private static long end(Map<TopicPartition, Long> ends, TopicPartition partition) {
        return ends.getOrDefault(partition, 0L);
    }

    private static void seek(
            Consumer<String, byte[]> consumer, Map<TopicPartition, Long> ends, long from) {
        Map<TopicPartition, Long> times = new HashMap<>();
        ends.keySet().forEach(partition -> times.put(partition, from));
        Map<TopicPartition, @Nullable OffsetAndTimestamp> starts =
                consumer.offsetsForTimes(times, PATIENCE);
        for (TopicPartition partition : ends.keySet()) {
            OffsetAndTimestamp start = starts.get(partition);
            consumer.seek(partition, start == null ? end(ends, partition) : start.offset());
        }
    }

    private Accepted.@Nullable Plan match(ConsumerRecord<String, byte[]> record, String id) {
        try {
            if (avro.deserialize(topic, record.value()) instanceof PlanSubmitted submitted
                    && (id.equals(submitted.getPlanId())
                            || id.equals(submitted.getConversationId()))) {
                return Accepted.plan(
                        CoreJson.readPlan(submitted.getPlan()),
                        submitted.getConversationId(),
                        submitted.getAt());
            }
        } catch (RuntimeException unreadable) {
            // The engine sets such a record aside and says so; it is not what is looked for.
        }
        return null;
    }

    private Consumer<String, byte[]> consumer() {
        Map<String, Object> settings = kafka.consumer(Map.of());
        settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 2000);
        return new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
    }
}
