package errand.orchestrator.web.stream;

import errand.runtime.settings.KafkaSettings;
import errand.schemas.TopicNames;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;

/**
 * Reads the past of {@code conversation.events} by offset. A few readers at a time; others wait.
 */
public final class History implements AutoCloseable {

    private static final int READERS = 4;
    private static final Duration SILENCE = Duration.ofSeconds(10);

    private final KafkaSettings kafka;
    private final String topic;
    private final Semaphore free = new Semaphore(READERS);
    private final Deque<KafkaConsumer<String, byte[]>> idle = new ArrayDeque<>();

    public History(KafkaSettings kafka, TopicNames names) {
        this.kafka = kafka;
        this.topic = names.events();
    }

    /** Gets the records of one conversation, in order. */
    public interface Reader {
        void take(ConsumerRecord<String, byte[]> record);
    }

    /** The log cannot be read now. */
    public static final class Unavailable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unavailable(String message) {
            super(message);
        }
    }

    /** Reads the records with a key from one offset up to another, that one not included. */
    public void read(int partition, String key, long from, long until, Reader reader) {
        if (from >= until) {
            return;
        }
        acquire();
        @Nullable KafkaConsumer<String, byte[]> used = null;
        try {
            used = take();
            read(used, new TopicPartition(topic, partition), key, from, until, reader);
            give(used);
            used = null;
        } finally {
            free.release();
            if (used != null) {
                used.close();
            }
        }
    }

    private void acquire() {
        try {
            if (!free.tryAcquire(SILENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new Unavailable("Too many are reading the log; try again.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unavailable("Interrupted while waiting to read the log.");
        }
    }

    private static void read(
            KafkaConsumer<String, byte[]> consumer,
            TopicPartition place,
            String key,
            long from,
            long until,
            Reader reader) {
        consumer.assign(List.of(place));
        consumer.seek(place, from);
        long heard = System.nanoTime();
        while (consumer.position(place) < until) {
            boolean any = false;
            for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofMillis(200))) {
                any = true;
                if (record.offset() < until && key.equals(record.key())) {
                    reader.take(record);
                }
            }
            if (any) {
                heard = System.nanoTime();
            } else if (System.nanoTime() - heard > SILENCE.toNanos()) {
                throw new Unavailable(
                        "%s was not answered by the broker for %d s."
                                .formatted(place, SILENCE.toSeconds()));
            }
        }
    }

    private synchronized void give(KafkaConsumer<String, byte[]> consumer) {
        idle.push(consumer);
    }

    private synchronized KafkaConsumer<String, byte[]> take() {
        KafkaConsumer<String, byte[]> waiting = idle.poll();
        return waiting == null ? consumer() : waiting;
    }

    private KafkaConsumer<String, byte[]> consumer() {
        Map<String, Object> settings = kafka.consumer(Map.of());
        settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 2000);
        settings.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 50);
        return new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
    }

    @Override
    public synchronized void close() {
        idle.forEach(KafkaConsumer::close);
        idle.clear();
    }
}
