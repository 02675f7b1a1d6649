package errand.orchestrator.directory;

import errand.events.MaturitySet;
import errand.orchestrator.plan.Maturity;
import errand.runtime.settings.KafkaSettings;
import errand.schemas.TopicNames;
import errand.schemas.registry.SchemaRegistry;
import errand.schemas.serde.AvroSerializer;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** Says in the directory, for all nodes and for good, how far operators trust a capability. */
public final class Maturities {

    /** Before the capability in the key, so that no agent's name is like it. */
    private static final String KEY = "maturity/";

    private static final long WITHIN_MS = 5_000;

    private final KafkaSettings kafka;
    private final String topic;
    private final AvroSerializer avro;
    private final Agents agents;

    public Maturities(
            KafkaSettings kafka, TopicNames names, SchemaRegistry registry, Agents agents) {
        this.kafka = kafka;
        this.topic = names.directory();
        this.avro = new AvroSerializer(registry);
        this.agents = agents;
    }

    /** The broker did not take it, or this node has not heard of it, in time. */
    public static final class NotTaken extends Exception {
        private static final long serialVersionUID = 1L;

        NotTaken(Throwable cause) {
            super("The broker did not take it in time; it may or may not have arrived.", cause);
        }
    }

    /**
     * Returns when this node goes by it; the others do moments later.
     *
     * @param maturity null: what the agent says counts again
     */
    public void set(String capability, @Nullable Maturity maturity)
            throws NotTaken, InterruptedException {
        MaturitySet record =
                new MaturitySet(
                        capability,
                        maturity == null ? null : errand.common.Maturity.valueOf(maturity.name()),
                        Instant.ofEpochMilli(System.currentTimeMillis()));
        try (Producer<String, byte[]> producer = producer()) {
            producer.send(
                            new ProducerRecord<>(
                                    topic, KEY + capability, avro.serialize(topic, record)))
                    .get(WITHIN_MS, TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException | KafkaException failed) {
            throw new NotTaken(failed);
        }
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(WITHIN_MS);
        while (!agents.maturitySet(capability).equals(Optional.ofNullable(maturity))) {
            if (System.nanoTime() > end) {
                throw new NotTaken(new TimeoutException());
            }
            Thread.sleep(20);
        }
    }

    /** One for each of these rare changes: nothing to keep open. */
    private Producer<String, byte[]> producer() {
        Map<String, Object> settings =
                kafka.producer(
                        Map.of(
                                ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 3_000,
                                ProducerConfig.MAX_BLOCK_MS_CONFIG, 4_000,
                                ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 4_500,
                                ProducerConfig.LINGER_MS_CONFIG, 0));
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        return new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
    }
}
