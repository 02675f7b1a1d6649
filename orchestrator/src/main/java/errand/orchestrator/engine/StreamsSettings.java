package errand.orchestrator.engine;

import errand.runtime.settings.KafkaSettings;
import errand.runtime.settings.Takeover;
import errand.runtime.settings.TopicSettings;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsConfig;

/**
 * Kafka Streams' settings as measured best for the engine; what the user says under {@code
 * errand.kafka.*} wins, except what correctness rests on.
 */
final class StreamsSettings {

    private static final String NAME = "errand-engine";

    private StreamsSettings() {}

    static String applicationId(TopicSettings topics) {
        return topics.prefix() + NAME;
    }

    static Properties of(
            KafkaSettings kafka, TopicSettings topics, EngineSettings engine, Path directory) {
        Map<String, Object> defaults = new LinkedHashMap<>();
        defaults.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, engine.threads());
        defaults.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, engine.commitEvery().toMillis());
        defaults.put(StreamsConfig.REPLICATION_FACTOR_CONFIG, (int) topics.replicationFactor());
        defaults.put(StreamsConfig.STATE_DIR_CONFIG, directory.toString());
        latency(defaults, engine.exactlyOnce());
        failover(defaults);
        restoring(defaults);
        sizes(defaults);
        if (engine.exactlyOnce()) {
            defaults.put(
                    StreamsConfig.producerPrefix(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG), 3_000);
        }
        Map<String, Object> all = kafka.streams(defaults);
        all.put(StreamsConfig.APPLICATION_ID_CONFIG, applicationId(topics));
        all.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, engine.guarantee());
        all.put(StreamsConfig.DEFAULT_KEY_SERDE_CLASS_CONFIG, Serdes.ByteArraySerde.class);
        all.put(StreamsConfig.DEFAULT_VALUE_SERDE_CLASS_CONFIG, Serdes.ByteArraySerde.class);
        all.put(StreamsConfig.PRODUCTION_EXCEPTION_HANDLER_CLASS_CONFIG, LossRefused.class);
        Properties properties = new Properties();
        properties.putAll(all);
        return properties;
    }

    private static void latency(Map<String, Object> to, boolean exactlyOnce) {
        // How late a timer is looked at when nothing comes; with transactions also a commit, for
        // which readers wait.
        to.put(StreamsConfig.POLL_MS_CONFIG, exactlyOnce ? 2 : 20);
        to.put(StreamsConfig.producerPrefix(ProducerConfig.LINGER_MS_CONFIG), 0);
        // What comes while a request is under way goes together in the next: nothing waits when it
        // is quiet, and under load the broker has far fewer requests to answer.
        to.put(
                StreamsConfig.producerPrefix(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION),
                1);
        to.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, 0);
    }

    private static void failover(Map<String, Object> to) {
        to.put(StreamsConfig.GROUP_PROTOCOL_CONFIG, "classic");
        Takeover.soon()
                .forEach((name, value) -> to.put(StreamsConfig.mainConsumerPrefix(name), value));
        to.put(
                StreamsConfig.mainConsumerPrefix(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG),
                "earliest");
        to.put(StreamsConfig.producerPrefix(ProducerConfig.MAX_BLOCK_MS_CONFIG), 2_000);
        to.put(StreamsConfig.producerPrefix(ProducerConfig.ACKS_CONFIG), "all");
        to.put("reconnect.backoff.max.ms", 500);
    }

    /** A restart reads the changelog as fast as it comes: nobody is served before it is through. */
    private static void restoring(Map<String, Object> to) {
        to.put(
                StreamsConfig.restoreConsumerPrefix(
                        ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG),
                8 * 1024 * 1024);
        to.put(StreamsConfig.restoreConsumerPrefix(ConsumerConfig.MAX_POLL_RECORDS_CONFIG), 5_000);
    }

    /**
     * A conversation with its last outputs may be large; other topics refuse that by themselves.
     */
    private static void sizes(Map<String, Object> to) {
        to.put(
                StreamsConfig.producerPrefix(ProducerConfig.MAX_REQUEST_SIZE_CONFIG),
                Turns.LARGEST_STATE + 1024 * 1024);
        // Batches are small: for each, lz4 would take 128 KiB of heap, half of all the engine
        // takes.
        to.put(StreamsConfig.producerPrefix(ProducerConfig.COMPRESSION_TYPE_CONFIG), "none");
    }
}
