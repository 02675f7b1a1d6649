package errand.bench.load;

import errand.events.ConversationAdvanced;
import errand.events.TaskRequested;
import errand.events.TaskSucceeded;
import errand.schemas.TopicNames;
import errand.schemas.registry.SchemaRegistry;
import errand.schemas.serde.AvroDeserializer;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** Counts from the topics alone, once a run is over, what was asked of agents and answered. */
public final class Outside {

    private final Clients clients;
    private final AvroDeserializer avro;
    private final TopicNames names = new TopicNames("");

    public Outside(Clients clients, SchemaRegistry registry) {
        this.clients = clients;
        this.avro = new AvroDeserializer(registry);
    }

    /** Distinct tasks and distinct tasks answered well, of the plans of one run. */
    public record Count(long tasks, long replies, long sentAgain) {}

    /** What was asked of the agent of the bench and answered, of the plans of one run. */
    public Count count(PlanIds ids, Map<TopicPartition, Long> from) {
        return count(plan -> ids.number(plan) >= 0, from);
    }

    /** The same of the plans that a predicate on their ids knows. */
    public Count count(Predicate<String> ours, Map<TopicPartition, Long> from) {
        Set<String> tasks = new HashSet<>();
        Set<String> replies = new HashSet<>();
        long[] again = new long[1];
        read(
                names.taskRequests("bench"),
                from,
                record -> {
                    if (record instanceof TaskRequested task && ours.test(task.getPlanId())) {
                        again[0] += tasks.add(task.getTaskId()) ? 0 : 1;
                    }
                });
        read(
                names.inbox(),
                from,
                record -> {
                    if (record instanceof TaskSucceeded reply
                            && tasks.contains(reply.getTaskId())) {
                        again[0] += replies.add(reply.getTaskId()) ? 0 : 1;
                    }
                });
        return new Count(tasks.size(), replies.size(), again[0]);
    }

    /** How the plans that a predicate on their ids knows were closed. */
    public Closings closings(Predicate<String> ours, Map<TopicPartition, Long> from) {
        var closings = new Closings(ours);
        read(
                names.events(),
                from,
                record -> {
                    if (record instanceof ConversationAdvanced advanced) {
                        closings.add(advanced);
                    }
                });
        return closings;
    }

    /** All that came into conversations since. */
    public void inbox(Map<TopicPartition, Long> from, Consumer<SpecificRecord> to) {
        read(names.inbox(), from, to);
    }

    private void read(String topic, Map<TopicPartition, Long> from, Consumer<SpecificRecord> to) {
        try (var consumer = clients.reader(topic)) {
            consumer.assignment().forEach(one -> consumer.seek(one, from.getOrDefault(one, 0L)));
            var ends = consumer.endOffsets(consumer.assignment());
            while (ends.entrySet().stream()
                    .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                for (ConsumerRecord<byte[], byte[]> record :
                        consumer.poll(Duration.ofMillis(500))) {
                    SpecificRecord read = avro.deserialize(topic, record.value());
                    if (read != null) {
                        to.accept(read);
                    }
                }
            }
        }
    }
}
