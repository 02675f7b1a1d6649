package errand.orchestrator.engine;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.KafkaClientSupplier;

/**
 * Kafka's own clients, which besides tell {@link Commits} when offsets are committed: Streams says
 * so nowhere, and a flush that was tried is no commit that went through.
 */
record EngineClients(Commits commits) implements KafkaClientSupplier {

    @Override
    public Admin getAdmin(Map<String, Object> settings) {
        return Admin.create(settings);
    }

    @Override
    public Consumer<byte[], byte[]> getConsumer(Map<String, Object> settings) {
        return new TellingConsumer(settings, commits);
    }

    @Override
    public Producer<byte[], byte[]> getProducer(Map<String, Object> settings) {
        return new TellingProducer(settings, commits);
    }

    @Override
    public Consumer<byte[], byte[]> getRestoreConsumer(Map<String, Object> settings) {
        return plain(settings);
    }

    @Override
    public Consumer<byte[], byte[]> getGlobalConsumer(Map<String, Object> settings) {
        return plain(settings);
    }

    private static Consumer<byte[], byte[]> plain(Map<String, Object> settings) {
        return new KafkaConsumer<>(
                settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /** At least once: the consumer commits. */
    private static final class TellingConsumer extends KafkaConsumer<byte[], byte[]> {

        private final Commits commits;

        TellingConsumer(Map<String, Object> settings, Commits commits) {
            super(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
            this.commits = commits;
        }

        @Override
        public void commitSync(Map<TopicPartition, OffsetAndMetadata> offsets) {
            commits.before();
            super.commitSync(offsets);
            commits.committed(offsets);
        }
    }

    /** Exactly once: the producer commits. */
    private static final class TellingProducer extends KafkaProducer<byte[], byte[]> {

        private final Commits commits;
        private final Map<TopicPartition, OffsetAndMetadata> underWay = new HashMap<>();

        TellingProducer(Map<String, Object> settings, Commits commits) {
            super(settings, new ByteArraySerializer(), new ByteArraySerializer());
            this.commits = commits;
        }

        @Override
        public void sendOffsetsToTransaction(
                Map<TopicPartition, OffsetAndMetadata> offsets, ConsumerGroupMetadata group) {
            super.sendOffsetsToTransaction(offsets, group);
            underWay.putAll(offsets);
        }

        @Override
        public void commitTransaction() {
            commits.before();
            super.commitTransaction();
            commits.committed(underWay);
            underWay.clear();
        }

        @Override
        public void abortTransaction() {
            underWay.clear();
            super.abortTransaction();
        }
    }
}
