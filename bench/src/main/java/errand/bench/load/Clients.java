package errand.bench.load;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** The pinned settings of every Kafka client that measures, on both sides of a ratio. */
public record Clients(String bootstrap) {

    private static final Map<String, Object> PRODUCER =
            new TreeMap<>(
                    Map.of(
                            "acks", "all",
                            "enable.idempotence", "true",
                            "linger.ms", "0",
                            "compression.type", "none",
                            "batch.size", "65536"));

    private static final Map<String, Object> CONSUMER =
            new TreeMap<>(
                    Map.of(
                            "fetch.min.bytes", "1",
                            "fetch.max.wait.ms", "500",
                            "max.poll.records", "2000",
                            "auto.offset.reset", "earliest",
                            "enable.auto.commit", "false"));

    /** What is pinned, for a report. */
    public static String settings() {
        return "producer %s; consumer %s".formatted(PRODUCER, CONSUMER);
    }

    private Map<String, Object> with(Map<String, Object> pinned) {
        Map<String, Object> all = new HashMap<>(pinned);
        all.put("bootstrap.servers", bootstrap);
        return all;
    }

    /** Sends at once, acknowledged by all replicas. */
    public Producer<byte[], byte[]> producer() {
        return new KafkaProducer<>(
                with(PRODUCER), new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** Reads all partitions of a topic, in no group. */
    public Consumer<byte[], byte[]> reader(String topic) {
        Consumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(
                        with(CONSUMER), new ByteArrayDeserializer(), new ByteArrayDeserializer());
        consumer.assign(partitions(consumer, topic));
        return consumer;
    }

    /** Reads what comes from now on. */
    public Consumer<byte[], byte[]> tail(String topic) {
        Consumer<byte[], byte[]> consumer = reader(topic);
        consumer.seekToEnd(consumer.assignment());
        consumer.assignment().forEach(consumer::position);
        return consumer;
    }

    private static List<TopicPartition> partitions(Consumer<?, ?> consumer, String topic) {
        return consumer.partitionsFor(topic, Duration.ofSeconds(10)).stream()
                .map(info -> new TopicPartition(topic, info.partition()))
                .toList();
    }
}
