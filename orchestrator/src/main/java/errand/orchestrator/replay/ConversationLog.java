package errand.orchestrator.replay;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.utils.Utils;

/** Reads a whole partition for each question: right for one conversation. */
final class ConversationLog implements Records {

    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration NOTHING_FOR = Duration.ofSeconds(30);

    private final Consumer<byte[], byte[]> consumer;

    ConversationLog(Consumer<byte[], byte[]> consumer) {
        this.consumer = consumer;
    }

    @Override
    public List<ConsumerRecord<byte[], byte[]>> of(String topic, String conversationId) {
        byte[] key = conversationId.getBytes(StandardCharsets.UTF_8);
        int partitions = consumer.partitionsFor(topic).size();
        TopicPartition partition =
                new TopicPartition(topic, Utils.toPositive(Utils.murmur2(key)) % partitions);
        consumer.assign(List.of(partition));
        consumer.seekToBeginning(List.of(partition));
        Map<TopicPartition, Long> ends = consumer.endOffsets(List.of(partition));
        long end = ends.getOrDefault(partition, 0L);
        List<ConsumerRecord<byte[], byte[]>> found = new ArrayList<>();
        long lastSeen = System.nanoTime();
        while (consumer.position(partition) < end) {
            var batch = consumer.poll(POLL);
            for (ConsumerRecord<byte[], byte[]> record : batch) {
                if (record.offset() < end && Arrays.equals(record.key(), key)) {
                    found.add(record);
                }
            }
            if (!batch.isEmpty()) {
                lastSeen = System.nanoTime();
            } else if (System.nanoTime() - lastSeen > NOTHING_FOR.toNanos()) {
                throw new IllegalStateException(
                        "The broker gave nothing of %s for %d s; it ends at %d."
                                .formatted(partition, NOTHING_FOR.toSeconds(), end));
            }
        }
        return found;
    }
}
