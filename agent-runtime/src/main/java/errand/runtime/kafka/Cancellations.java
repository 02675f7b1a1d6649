package errand.runtime.kafka;

import errand.events.PlanEnded;
import errand.runtime.settings.KafkaSettings;
import errand.runtime.work.EndedPlans;
import errand.schemas.serde.AvroDeserializer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads {@code task.cancellations} from its beginning, on its own, in every instance: remembers
 * which plans ended early and stops what reads for them. Being late or missing one costs work,
 * never correctness: the engine asks about every write on the task topic.
 */
final class Cancellations implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(Cancellations.class);

    private final KafkaSettings kafka;
    private final String topic;
    private final AvroDeserializer deserializer;
    private final EndedPlans ended;
    private final RunningReads reads;
    private volatile boolean stopping;
    private volatile @Nullable Consumer<byte[], byte[]> consumer;

    Cancellations(
            KafkaSettings kafka,
            String topic,
            AvroDeserializer deserializer,
            EndedPlans ended,
            RunningReads reads) {
        this.kafka = kafka;
        this.topic = topic;
        this.deserializer = deserializer;
        this.ended = ended;
        this.reads = reads;
    }

    void start() {
        Thread.ofVirtual().name(topic).start(this);
    }

    void stop() {
        stopping = true;
        Consumer<byte[], byte[]> running = consumer;
        if (running != null) {
            running.wakeup();
        }
    }

    @Override
    public void run() {
        while (!stopping) {
            try (Consumer<byte[], byte[]> reader = open()) {
                consumer = reader;
                while (!stopping) {
                    reader.poll(Duration.ofSeconds(2)).forEach(this::read);
                }
            } catch (WakeupException e) {
                LOG.debug("Stops reading {}", topic);
            } catch (RuntimeException e) {
                LOG.warn("Reading {} failed; it begins again: {}", topic, e.toString());
                pause();
            }
        }
    }

    private Consumer<byte[], byte[]> open() {
        Map<String, Object> settings =
                kafka.consumer(
                        Map.of("fetch.max.wait.ms", "1000", "auto.offset.reset", "earliest"));
        settings.put("enable.auto.commit", "false");
        settings.remove("group.id");
        Consumer<byte[], byte[]> reader =
                new KafkaConsumer<>(
                        settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        List<TopicPartition> all =
                reader.partitionsFor(topic).stream()
                        .map(partition -> new TopicPartition(topic, partition.partition()))
                        .toList();
        reader.assign(all);
        reader.seekToBeginning(all);
        return reader;
    }

    private void read(ConsumerRecord<byte[], byte[]> record) {
        try {
            if (deserializer.deserialize(topic, record.value()) instanceof PlanEnded plan) {
                ended.ended(plan.getPlanId(), plan.getAt());
                reads.interrupt(plan.getPlanId());
            }
        } catch (org.apache.kafka.common.errors.SerializationException e) {
            LOG.warn("Skips {}: {}", Delivery.Place.of(record), e.getMessage());
        }
    }

    private static void pause() {
        try {
            Thread.sleep(Duration.ofSeconds(1));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
