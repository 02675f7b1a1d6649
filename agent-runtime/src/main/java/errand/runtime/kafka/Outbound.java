package errand.runtime.kafka;

import errand.runtime.settings.KafkaSettings;
import errand.schemas.TopicNames;
import errand.schemas.serde.AvroSerializer;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/**
 * Everything an agent sends goes through one idempotent producer; a send is done when all in-sync
 * replicas have it.
 */
final class Outbound implements AutoCloseable {

    private final Producer<byte[], byte[]> producer;
    private final AvroSerializer serializer;
    private final TopicNames names;

    Outbound(KafkaSettings kafka, AvroSerializer serializer, TopicNames names, String clientId) {
        Map<String, Object> settings =
                kafka.producer(
                        Map.of(
                                "client.id", clientId,
                                "linger.ms", "0",
                                // What comes while a request is under way goes in the next one.
                                "max.in.flight.requests.per.connection", "1",
                                "compression.type", "none",
                                "max.block.ms", "10000",
                                "delivery.timeout.ms", "30000",
                                "request.timeout.ms", "10000"));
        settings.put("acks", "all");
        settings.put("enable.idempotence", "true");
        this.producer =
                new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
        this.serializer = serializer;
        this.names = names;
    }

    /** Sends a record to a topic of the catalogue, key as UTF-8. */
    CompletableFuture<Void> send(String topic, String key, SpecificRecord record, Headers headers) {
        try {
            String name = names.of(topic);
            byte[] value = serializer.serialize(name, record);
            return send(new ProducerRecord<>(name, null, Trail.bytes(key), value, headers));
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    CompletableFuture<Void> send(String topic, String key, SpecificRecord record) {
        return send(topic, key, record, new RecordHeaders());
    }

    CompletableFuture<Void> send(ProducerRecord<byte[], byte @Nullable []> record) {
        CompletableFuture<Void> sent = new CompletableFuture<>();
        try {
            producer.send(
                    record,
                    (metadata, failure) -> {
                        if (failure == null) {
                            sent.complete(null);
                        } else {
                            sent.completeExceptionally(failure);
                        }
                    });
        } catch (RuntimeException e) {
            sent.completeExceptionally(e);
        }
        return sent;
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(5));
    }
}
