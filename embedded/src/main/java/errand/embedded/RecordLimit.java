package errand.embedded;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.InvalidTimestampException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** How large a record a topic of a running broker takes, from now on. */
public final class RecordLimit {

    private static final Duration WITHIN = Duration.ofSeconds(30);
    private static final long PAUSE_NANOS = 5_000_000;
    private static final Duration AHEAD = Duration.ofDays(3_650);
    private static final String TOPIC_SETTING = TopicConfig.MAX_MESSAGE_BYTES_CONFIG;

    private RecordLimit() {}

    /**
     * Sets {@code max.message.bytes} and returns once the leader of partition 0 goes by it: the
     * controller answers as soon as the change is written down, which is before the broker has read
     * it. Nothing is left in the topic by asking.
     *
     * @param bytes of a batch of records
     * @throws IllegalStateException when the broker does not go by it within 30 s
     */
    public static void set(String bootstrapServers, String topic, int bytes)
            throws ExecutionException, InterruptedException {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            var op =
                    new AlterConfigOp(
                            new ConfigEntry(TOPIC_SETTING, Integer.toString(bytes)),
                            AlterConfigOp.OpType.SET);
            var resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
            admin.incrementalAlterConfigs(Map.of(resource, List.of(op))).all().get();
        }
        try (var probes = probes(bootstrapServers, bytes)) {
            Instant end = Instant.now().plus(WITHIN);
            while (tooLarge(probes, topic, bytes / 2) || !tooLarge(probes, topic, bytes + 1)) {
                if (Instant.now().isAfter(end)) {
                    throw new IllegalStateException(
                            "Topic '%s' does not go by max.message.bytes=%d after %s."
                                    .formatted(topic, bytes, WITHIN));
                }
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        }
    }

    /**
     * Whether a record of so many bytes is refused for its size. It is refused in any case: it says
     * to be of a day so far ahead that no topic takes it ({@code message.timestamp.after.max.ms}),
     * which a broker looks at after the size.
     */
    private static boolean tooLarge(
            KafkaProducer<byte[], byte[]> probes, String topic, int valueBytes)
            throws InterruptedException {
        long ahead = Instant.now().plus(AHEAD).toEpochMilli();
        try {
            probes.send(new ProducerRecord<>(topic, 0, ahead, null, new byte[valueBytes])).get();
        } catch (ExecutionException refused) {
            if (refused.getCause() instanceof RecordTooLargeException) {
                return true;
            }
            if (refused.getCause() instanceof InvalidTimestampException) {
                return false;
            }
            throw new IllegalStateException(
                    "Topic '%s' cannot be asked.".formatted(topic), refused);
        }
        throw new IllegalStateException(
                "Topic '%s' takes records of any day: they cannot ask for its limit."
                        .formatted(topic));
    }

    private static KafkaProducer<byte[], byte[]> probes(String bootstrapServers, int bytes) {
        return new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers",
                        bootstrapServers,
                        "max.request.size",
                        2 * bytes + 1_000,
                        "buffer.memory",
                        4L * bytes + 1_000_000),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }
}
