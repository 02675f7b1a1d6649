package errand.local.kill;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.utils.Utils;

/**
 * Notes when something new is written about a conversation, by the time that the records carry:
 * what comes again with the same bytes is nothing new. Does not look into them.
 */
final class Watch implements AutoCloseable {

    private static final int PARTITIONS = 4;
    private static final String EVENTS = "conversation.events";

    private final KafkaConsumer<String, byte[]> consumer;
    private final Map<String, List<Long>> times = new ConcurrentHashMap<>();
    private final Set<String> seen = ConcurrentHashMap.newKeySet();
    private final Thread thread;
    private volatile boolean closed;

    /** Begins at the end of the log. */
    Watch(String broker) {
        consumer =
                new KafkaConsumer<>(
                        Map.of("bootstrap.servers", broker),
                        new StringDeserializer(),
                        new ByteArrayDeserializer());
        var all =
                consumer.partitionsFor(EVENTS).stream()
                        .map(info -> new TopicPartition(EVENTS, info.partition()))
                        .toList();
        consumer.assign(all);
        consumer.seekToEnd(all);
        all.forEach(consumer::position);
        thread = Thread.ofPlatform().name("watch").start(this::run);
    }

    private void run() {
        while (!closed) {
            consumer.poll(Duration.ofMillis(20)).forEach(this::note);
        }
        consumer.close();
    }

    private void note(ConsumerRecord<String, byte[]> record) {
        if (seen.add(record.key() + " " + Arrays.hashCode(record.value()))) {
            times.computeIfAbsent(record.key(), _ -> new CopyOnWriteArrayList<>())
                    .add(record.timestamp());
        }
    }

    /** The partition of inbox and log that a conversation is in. */
    static int partition(String conversationId) {
        var key = conversationId.getBytes(StandardCharsets.UTF_8);
        return Utils.toPositive(Utils.murmur2(key)) % PARTITIONS;
    }

    /** As the engine calls it. */
    static String inbox(String conversationId) {
        return "conversation.inbox-" + partition(conversationId);
    }

    /** When something was written next, in milliseconds of the epoch. */
    OptionalLong firstAfter(String conversationId, long millis) {
        return times.getOrDefault(conversationId, List.of()).stream()
                .mapToLong(time -> time)
                .filter(time -> time > millis)
                .findFirst();
    }

    /** How many records were written of these conversations since then. */
    long countAfter(List<String> conversationIds, long millis) {
        return conversationIds.stream()
                .flatMap(id -> times.getOrDefault(id, List.of()).stream())
                .filter(time -> time > millis)
                .count();
    }

    @Override
    public void close() throws InterruptedException {
        closed = true;
        thread.join();
    }
}
