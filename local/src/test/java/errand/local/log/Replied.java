package errand.local.log;

import errand.events.TaskFailed;
import errand.events.TaskRefused;
import errand.events.TaskSucceeded;
import errand.schemas.Topics;
import errand.schemas.serde.AvroDeserializer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/** The replies that agents have sent to {@code conversation.inbox}, with where they lie. */
public final class Replied {

    private Replied() {}

    /** One reply as it is in the log. */
    public record Reply(ConsumerRecord<String, SpecificRecord> at) {

        public SpecificRecord record() {
            return at.value();
        }

        public String taskId() {
            return String.valueOf(record().get(record().getSchema().getField("taskId").pos()));
        }

        String agent() {
            return String.valueOf(record().get(record().getSchema().getField("agent").pos()));
        }
    }

    /** All there are by now, in the order of each partition. */
    public static List<Reply> by(String agent, String broker, String registry) {
        return records(Topics.INBOX, broker, registry).stream()
                .filter(
                        record ->
                                record.value() instanceof TaskSucceeded
                                        || record.value() instanceof TaskRefused
                                        || record.value() instanceof TaskFailed)
                .map(Reply::new)
                .filter(reply -> reply.agent().equals(agent))
                .toList();
    }

    /** All records of a topic by now. */
    public static List<ConsumerRecord<String, SpecificRecord>> records(
            String topic, String broker, String registry) {
        List<ConsumerRecord<String, SpecificRecord>> all = new ArrayList<>();
        try (var consumer =
                new KafkaConsumer<String, SpecificRecord>(
                        Map.of(
                                "bootstrap.servers",
                                broker,
                                "schema.registry.url",
                                registry,
                                "key.deserializer",
                                StringDeserializer.class.getName(),
                                "value.deserializer",
                                AvroDeserializer.class.getName()))) {
            List<TopicPartition> partitions =
                    consumer.partitionsFor(topic).stream()
                            .map(info -> new TopicPartition(topic, info.partition()))
                            .toList();
            consumer.assign(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            consumer.seekToBeginning(partitions);
            while (ends.entrySet().stream()
                    .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(200)).forEach(all::add);
            }
        }
        return all;
    }
}
