package errand.local.log;

import errand.orchestrator.documents.JsonataDocuments;
import errand.orchestrator.replay.Proof;
import errand.orchestrator.replay.Rebuild;
import errand.runtime.settings.TopicSettings;
import errand.schemas.serde.AvroDeserializer;
import errand.schemas.serde.AvroSerializer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Runs inboxes through the core again, as {@code ./errand replay} does. */
public final class Replays implements AutoCloseable {

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Map<String, Map<String, List<ConsumerRecord<byte[], byte[]>>>> topics =
            new HashMap<>();
    private final AvroDeserializer reader = new AvroDeserializer();
    private final AvroSerializer writer = new AvroSerializer();
    private final Rebuild rebuild;

    /**
     * @param broker host and port
     * @param url of the registry
     */
    public Replays(String broker, String url) {
        var registry = Map.of("schema.registry.url", url);
        reader.configure(registry, false);
        writer.configure(registry, false);
        rebuild = new Rebuild(new JsonataDocuments(), TopicSettings.defaults(), reader, writer);
        consumer =
                new KafkaConsumer<>(
                        Map.of("bootstrap.servers", broker),
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer());
    }

    /** What comes of it. */
    public Proof of(String conversationId) {
        return rebuild.of(conversationId, this::records).orElseThrow();
    }

    private List<ConsumerRecord<byte[], byte[]>> records(String topic, String conversationId) {
        return topics.computeIfAbsent(topic, this::read).getOrDefault(conversationId, List.of());
    }

    /** A topic once, whole, for all who ask about it. */
    private Map<String, List<ConsumerRecord<byte[], byte[]>>> read(String topic) {
        List<TopicPartition> all =
                consumer.partitionsFor(topic).stream()
                        .map(info -> new TopicPartition(topic, info.partition()))
                        .toList();
        consumer.assign(all);
        consumer.seekToBeginning(all);
        Map<TopicPartition, Long> ends = consumer.endOffsets(all);
        Map<String, List<ConsumerRecord<byte[], byte[]>>> read = new HashMap<>();
        while (all.stream().anyMatch(each -> consumer.position(each) < end(ends, each))) {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(200))) {
                if (record.key() == null) {
                    continue;
                }
                String key = new String(record.key(), StandardCharsets.UTF_8);
                read.computeIfAbsent(key, _ -> new ArrayList<>()).add(record);
            }
        }
        return read;
    }

    private static long end(Map<TopicPartition, Long> ends, TopicPartition partition) {
        return ends.getOrDefault(partition, 0L);
    }

    @Override
    public void close() {
        consumer.close();
        reader.close();
        writer.close();
    }
}
