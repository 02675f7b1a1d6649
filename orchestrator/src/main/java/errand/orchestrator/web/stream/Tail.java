package errand.orchestrator.web.stream;

import errand.runtime.settings.KafkaSettings;
import errand.schemas.TopicNames;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.utils.Utils;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Reads {@code conversation.events} as it grows, every partition, without a group, and hands each
 * record to those who listen to its conversation. A broker that is away is waited for; nothing is
 * left out then, since the offsets are kept here.
 */
public final class Tail implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Tail.class);

    /** Between two looks while somebody listens, and while nobody does. */
    private static final Duration GATHER = Duration.ofMillis(10);

    private static final Duration GATHER_UNHEARD = Duration.ofMillis(100);

    private final KafkaSettings kafka;
    private final String topic;
    private final Object lock = new Object();
    private final Map<String, List<Subscription>> listeners = new HashMap<>();
    private final CountDownLatch stop = new CountDownLatch(1);
    private long[] positions = {};
    private boolean closed;
    private volatile boolean reading;
    private @Nullable Thread thread;

    public Tail(KafkaSettings kafka, TopicNames names) {
        this.kafka = kafka;
        this.topic = names.events();
    }

    /** The partition a conversation's records are in: Kafka's own rule for keys. */
    int partition(String conversationId) {
        byte[] key = conversationId.getBytes(StandardCharsets.UTF_8);
        return Utils.toPositive(Utils.murmur2(key)) % positions.length;
    }

    /** Listens from now on. */
    Subscription listen(String conversationId) {
        synchronized (lock) {
            int partition = partition(conversationId);
            Subscription listener =
                    new Subscription(this, conversationId, partition, positions[partition]);
            listeners.computeIfAbsent(conversationId, _ -> new ArrayList<>()).add(listener);
            if (closed) {
                listener.cut();
            }
            return listener;
        }
    }

    void leave(Subscription listener) {
        synchronized (lock) {
            List<Subscription> left = listeners.get(listener.conversationId());
            if (left != null && left.remove(listener) && left.isEmpty()) {
                listeners.remove(listener.conversationId());
            }
        }
    }

    /** How many listen. */
    public int size() {
        synchronized (lock) {
            return listeners.values().stream().mapToInt(List::size).sum();
        }
    }

    /** Whether live records arrive. */
    public boolean reading() {
        return reading;
    }

    @Override
    public synchronized void start() {
        try (Consumer<String, byte[]> consumer = consumer()) {
            List<TopicPartition> all = assign(consumer);
            Map<TopicPartition, Long> ends = consumer.endOffsets(all);
            positions = new long[all.size()];
            ends.forEach((partition, end) -> positions[partition.partition()] = end);
        }
        thread = Thread.ofPlatform().name("event-tail").start(this::run);
        reading = true;
    }

    private List<TopicPartition> assign(Consumer<String, byte[]> consumer) {
        List<PartitionInfo> infos = consumer.partitionsFor(topic, Duration.ofSeconds(30));
        List<TopicPartition> all =
                infos.stream().map(info -> new TopicPartition(topic, info.partition())).toList();
        consumer.assign(all);
        return all;
    }

    private void run() {
        while (stop.getCount() > 0) {
            try (Consumer<String, byte[]> consumer = consumer()) {
                follow(consumer);
            } catch (RuntimeException away) {
                reading = false;
                log.warn("Cannot follow {}; trying again in 1 s.", topic, away);
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
        List<TopicPartition> all = assign(consumer);
        all.forEach(partition -> consumer.seek(partition, positions[partition.partition()]));
        while (stop.getCount() > 0) {
            ConsumerRecords<String, byte[]> records = consumer.poll(Duration.ofMillis(500));
            reading = true;
            if (!records.isEmpty()) {
                synchronized (lock) {
                    records.forEach(this::deliver);
                    // Also steps over what is no record: marks of transactions.
                    all.forEach(
                            partition ->
                                    positions[partition.partition()] =
                                            consumer.position(partition));
                }
                // Fewer, larger fetches cost all others less.
                LockSupport.parkNanos((size() > 0 ? GATHER : GATHER_UNHEARD).toNanos());
            }
        }
    }

    private void deliver(ConsumerRecord<String, byte[]> record) {
        List<Subscription> interested = listeners.get(record.key());
        if (interested != null) {
            interested.forEach(listener -> listener.offer(record));
        }
    }

    /** Lets go of every listener and takes no more, so that the web server can stop in order. */
    public void close() {
        synchronized (lock) {
            closed = true;
            listeners.values().forEach(all -> all.forEach(Subscription::cut));
        }
    }

    @Override
    public void stop() {
        stop.countDown();
        close();
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

    /** Before the web server, and after what it shows. */
    @Override
    public int getPhase() {
        return 200;
    }

    private Consumer<String, byte[]> consumer() {
        Map<String, Object> settings = kafka.consumer(Map.of());
        settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 2000);
        return new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
    }
}
