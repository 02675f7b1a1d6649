package errand.orchestrator.web;

import errand.runtime.settings.KafkaSettings;
import errand.schemas.TopicNames;
import errand.schemas.registry.SchemaRegistry;
import errand.schemas.serde.AvroSerializer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/**
 * The way into a conversation. What was put in is on the broker, for good, when {@link #put}
 * returns; many threads share its batches.
 */
final class Inbox implements AutoCloseable {

    private static final Pattern TRACE =
            Pattern.compile("00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}");
    private static final int TAKEN_WITHIN_MS = 10_000;

    private final Producer<String, byte[]> producer;
    private final AvroSerializer avro;
    private final String topic;

    Inbox(KafkaSettings kafka, TopicNames names, SchemaRegistry registry) {
        Map<String, Object> settings =
                kafka.producer(
                        Map.of(
                                ProducerConfig.LINGER_MS_CONFIG, 0,
                                ProducerConfig.BATCH_SIZE_CONFIG, 128 * 1024,
                                ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 3_000,
                                ProducerConfig.MAX_BLOCK_MS_CONFIG, 5_000,
                                ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, TAKEN_WITHIN_MS));
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        this.producer =
                new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
        this.avro = new AvroSerializer(registry);
        this.topic = names.inbox();
    }

    /**
     * Puts an input into its conversation.
     *
     * @param inputId id of the input, also a header
     * @param traceparent of the request; a new trace begins when it is none
     */
    void put(
            String conversationId,
            String inputId,
            SpecificRecord input,
            @Nullable String traceparent) {
        ProducerRecord<String, byte[]> record =
                new ProducerRecord<>(topic, conversationId, avro.serialize(topic, input));
        record.headers()
                .add("traceparent", bytes(trace(traceparent)))
                .add("errand-event-id", bytes(inputId))
                .add("errand-caused-by", bytes(inputId));
        try {
            producer.send(record).get(TAKEN_WITHIN_MS + 1_000L, TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException | KafkaException failed) {
            throw Problem.unavailable(
                            "The broker did not take it in time; it may or may not have arrived. Try again with the same Idempotency-Key.")
                    .refusal();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Problem.unavailable("The service is stopping.").refusal();
        }
    }

    private static String trace(@Nullable String traceparent) {
        if (traceparent != null && TRACE.matcher(traceparent).matches()) {
            return traceparent;
        }
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return "00-%016x%016x-%016x-00"
                .formatted(random.nextLong(), random.nextLong(), random.nextLong());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        producer.close(java.time.Duration.ofSeconds(5));
    }
}
