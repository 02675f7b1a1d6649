package errand.local.log;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.DecoderFactory;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads topics as a tool of somebody else would: a plain consumer, the registry's REST API, Avro
 * without our classes.
 */
public final class EventLog {

    private static final int HEAD = 5;

    private final String broker;
    private final String registry;
    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<Integer, Schema> schemas = new HashMap<>();

    public EventLog(String broker, String registry) {
        this.broker = broker;
        this.registry = registry;
    }

    /**
     * One record, with the bytes it came as.
     *
     * @param trace the trace id of its {@code traceparent} header, empty for none
     */
    public record Line(
            int partition, long offset, GenericRecord value, ByteBuffer bytes, String trace) {

        /** A field as text. */
        public String text(String field) {
            return value.get(field).toString();
        }

        /** A field of whole numbers. */
        public long number(String field) {
            return (Long) value.get(field);
        }
    }

    /** All that is in a topic now, in the order of each partition. */
    public List<Line> read(String topic) {
        var lines = new ArrayList<Line>();
        try (var consumer = consumer()) {
            var partitions =
                    consumer.partitionsFor(topic).stream().map(EventLog::partition).toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream()
                    .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> lines.add(line(record)));
            }
        }
        return lines;
    }

    /** How many records each dead-letter topic holds, of those that hold any. */
    public Map<String, Long> deadLetters() {
        try (var consumer = consumer()) {
            var partitions =
                    consumer.listTopics().entrySet().stream()
                            .filter(topic -> topic.getKey().endsWith(".dlt"))
                            .flatMap(topic -> topic.getValue().stream())
                            .map(EventLog::partition)
                            .toList();
            return consumer.endOffsets(partitions).entrySet().stream()
                    .filter(end -> end.getValue() > 0)
                    .collect(
                            Collectors.toMap(
                                    end -> end.getKey().topic(), Map.Entry::getValue, Long::sum));
        }
    }

    private KafkaConsumer<byte[], byte[]> consumer() {
        return new KafkaConsumer<>(
                Map.of("bootstrap.servers", broker, "enable.auto.commit", "false"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }

    private static TopicPartition partition(PartitionInfo info) {
        return new TopicPartition(info.topic(), info.partition());
    }

    private Line line(ConsumerRecord<byte[], byte[]> record) {
        return new Line(
                record.partition(),
                record.offset(),
                decode(record.value()),
                ByteBuffer.wrap(record.value()),
                trace(record));
    }

    private static String trace(ConsumerRecord<byte[], byte[]> record) {
        var header = record.headers().lastHeader("traceparent");
        return header == null
                ? ""
                : new String(header.value(), StandardCharsets.UTF_8).split("-", -1)[1];
    }

    /** Names of the topics there are. */
    public Set<String> topics() {
        try (var consumer = consumer()) {
            return new TreeSet<>(consumer.listTopics().keySet());
        }
    }

    private GenericRecord decode(byte[] bytes) {
        var schema = schemas.computeIfAbsent(ByteBuffer.wrap(bytes, 1, 4).getInt(), this::schema);
        try {
            var body = DecoderFactory.get().binaryDecoder(bytes, HEAD, bytes.length - HEAD, null);
            return new GenericDatumReader<GenericRecord>(schema).read(null, body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Schema schema(int id) {
        try {
            var request =
                    HttpRequest.newBuilder(URI.create(registry + "/schemas/ids/" + id)).build();
            var body = http.send(request, BodyHandlers.ofString()).body();
            return new Schema.Parser()
                    .parse(JsonMapper.shared().readTree(body).path("schema").asString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
