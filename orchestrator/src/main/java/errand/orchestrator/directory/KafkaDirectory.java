package errand.orchestrator.directory;

import errand.events.AgentAnnounced;
import errand.events.AgentLeft;
import errand.events.MaturitySet;
import errand.runtime.settings.KafkaSettings;
import errand.schemas.TopicNames;
import errand.schemas.registry.SchemaRegistry;
import errand.schemas.serde.AvroDeserializer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Reads {@code agent.directory} from its beginning, without a group, and goes on reading. It is
 * compacted and small: every node has all of it in memory.
 */
public final class KafkaDirectory implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(KafkaDirectory.class);

    private final KafkaSettings kafka;
    private final String topic;
    private final AvroDeserializer avro;
    private final Agents agents;
    private final CountDownLatch stop = new CountDownLatch(1);
    private volatile boolean read;
    private @Nullable Thread thread;

    public KafkaDirectory(
            KafkaSettings kafka, TopicNames names, SchemaRegistry registry, Agents agents) {
        this.kafka = kafka;
        this.topic = names.directory();
        this.avro = new AvroDeserializer(registry);
        this.agents = agents;
    }

    /** Whether all that was in the directory at start is known. */
    public boolean read() {
        return read;
    }

    @Override
    public synchronized void start() {
        thread = Thread.ofPlatform().name("directory").start(this::run);
    }

    private void run() {
        while (stop.getCount() > 0) {
            try (Consumer<String, byte[]> consumer = consumer()) {
                follow(consumer);
            } catch (RuntimeException away) {
                log.warn("Cannot read {}; trying again in 1 s: {}", topic, away.toString());
                pause();
            }
        }
    }

    private void pause() {
        try {
            boolean ended = stop.await(1, TimeUnit.SECONDS);
            log.debug("Waited, stopping: {}", ended);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stop.countDown();
        }
    }

    private void follow(Consumer<String, byte[]> consumer) {
        List<TopicPartition> all =
                consumer.partitionsFor(topic).stream()
                        .map(info -> new TopicPartition(topic, info.partition()))
                        .toList();
        consumer.assign(all);
        consumer.seekToBeginning(all);
        Map<TopicPartition, Long> ends = consumer.endOffsets(all);
        while (stop.getCount() > 0) {
            if (!read && all.stream().allMatch(one -> reached(consumer, one, ends))) {
                read = true;
                log.info("The directory is read: {} agents.", agents.present().size());
            }
            for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofMillis(500))) {
                take(record);
            }
        }
    }

    private static boolean reached(
            Consumer<String, byte[]> consumer,
            TopicPartition partition,
            Map<TopicPartition, Long> ends) {
        return consumer.position(partition) >= ends.getOrDefault(partition, 0L);
    }

    private void take(ConsumerRecord<String, byte[]> record) {
        try {
            // Time of the record is system time, whatever the business clock says.
            Instant heardAt = Instant.ofEpochMilli(record.timestamp());
            switch (avro.deserialize(record.topic(), record.value())) {
                case null -> agents.forget(record.key());
                case AgentAnnounced announced -> agents.announced(announced, heardAt);
                case AgentLeft left -> agents.left(left);
                case MaturitySet said -> agents.maturity(said);
                default -> log.debug("{} is left out", record.offset());
            }
        } catch (SerializationException newer) {
            log.warn("A record of {} is left out: {}", topic, newer.getMessage());
        }
    }

    @Override
    public void stop() {
        stop.countDown();
        Thread running = thread;
        if (running != null) {
            try {
                running.join(Duration.ofSeconds(5));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        synchronized (this) {
            thread = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return thread != null;
    }

    /** First of all. */
    @Override
    public int getPhase() {
        return 50;
    }

    private Consumer<String, byte[]> consumer() {
        Map<String, Object> settings = kafka.consumer(Map.of());
        settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        return new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
    }
}
