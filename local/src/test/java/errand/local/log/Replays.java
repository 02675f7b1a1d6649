package errand.local.log;

import errand.orchestrator.documents.JsonataDocuments;
import errand.orchestrator.replay.Proof;
import errand.orchestrator.replay.Rebuild;
import errand.runtime.settings.TopicSettings;
import errand.schemas.serde.AvroDeserializer;
import errand.schemas.serde.AvroSerializer;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Runs inboxes through the core again, as {@code ./errand replay} does. */
public final class Replays implements AutoCloseable {

    private final KafkaConsumer<byte[], byte[]> consumer;
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
        return rebuild.of(conversationId, consumer).orElseThrow();
    }

    @Override
    public void close() {
        consumer.close();
        reader.close();
        writer.close();
    }
}
