package errand.local;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.utils.Utils;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Prints the facts of a conversation from the log itself, decoded, each with where it stands. */
@Command(
        name = "events",
        description = "Show the facts of a conversation: partition-offset, number, time, fact.")
final class EventsCommand implements Callable<Integer> {

    private static final String TOPIC = "conversation.events";

    @Mixin private Where where = new Where();

    @Parameters(paramLabel = "CONVERSATION", description = "such as c_01…")
    private String conversation = "";

    @Option(names = "-f", description = "go on with what is added")
    private boolean follow;

    @Override
    public Integer call() {
        var deployment = where.running();
        var decoder = new RecordDecoder(new Api(deployment.http(Services.REGISTRY)));
        Map<String, Object> settings =
                Map.of(
                        "bootstrap.servers", deployment.address(Services.BROKER),
                        "default.api.timeout.ms", "10000",
                        "allow.auto.create.topics", "false");
        try (var consumer =
                new KafkaConsumer<>(
                        settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            return read(consumer, decoder) > 0 || follow ? 0 : nothing();
        }
    }

    private int nothing() {
        throw new Complaint(
                "No facts of a conversation '%s' are in the log".formatted(conversation));
    }

    private int read(KafkaConsumer<byte[], byte[]> consumer, RecordDecoder decoder) {
        var key = conversation.getBytes(StandardCharsets.UTF_8);
        var partitions = consumer.partitionsFor(TOPIC).size();
        var partition =
                new TopicPartition(TOPIC, Utils.toPositive(Utils.murmur2(key)) % partitions);
        consumer.assign(List.of(partition));
        consumer.seekToBeginning(List.of(partition));
        long end = consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
        int shown = 0;
        while (follow || consumer.position(partition) < end) {
            for (var entry : consumer.poll(Duration.ofMillis(500))) {
                if (Arrays.equals(entry.key(), key)) {
                    show(entry, decoder.decode(entry.value()));
                    shown++;
                }
            }
        }
        return shown;
    }

    private static void show(ConsumerRecord<byte[], byte[]> entry, GenericRecord advanced) {
        for (var fact : (List<?>) advanced.get("events")) {
            var event = (GenericRecord) fact;
            System.out.printf(
                    "%d-%d  seq %s  %s  %s %s%n",
                    entry.partition(),
                    entry.offset(),
                    advanced.get("seq"),
                    advanced.get("at"),
                    event.getSchema().getName(),
                    event);
        }
    }
}
