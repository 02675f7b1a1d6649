package errand.schemas.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import errand.embedded.EmbeddedBroker;
import errand.embedded.node.NodeFolder;
import errand.embedded.registry.RegistryServer;
import errand.events.ConversationAdvanced;
import errand.events.TaskSucceeded;
import errand.schemas.Examples;
import errand.schemas.TopicCatalog;
import errand.schemas.TopicNames;
import errand.schemas.TopicOptions;
import errand.schemas.Topics;
import errand.schemas.registry.SchemaRegistration;
import errand.schemas.registry.SchemaRegistry;
import errand.schemas.serde.AvroDeserializer;
import errand.schemas.serde.AvroSerializer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Node's kafkajs with its own Avro and registry client, against our broker, registry and serde. */
@Tag("interop")
class KafkajsIT {

    private static final JsonMapper JSON = JsonMapper.shared();

    @TempDir static Path data;

    private static final NodeFolder NODE =
            new NodeFolder(Path.of("src/test/node"), Path.of("target/node").toAbsolutePath());
    private static final int SECONDS = 90;

    private static Optional<String> lacking = Optional.empty();
    private static EmbeddedBroker broker;
    private static RegistryServer registry;

    @BeforeAll
    static void start() throws Exception {
        lacking = NODE.installed();
        broker = EmbeddedBroker.start(data);
        registry = RegistryServer.start(broker.bootstrapServers(), 0);
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            new TopicCatalog(admin, TopicOptions.defaults()).ensure(Topics.shared());
        }
        new SchemaRegistration(new SchemaRegistry(registry.url()), new TopicNames(""))
                .register(Topics.shared());
    }

    /** In each test, because a class that is skipped as a whole leaves no trace in the report. */
    @BeforeEach
    void skipWithTheReason() {
        lacking.ifPresent(what -> abort("kafkajs not tested: " + what));
    }

    @AfterAll
    static void stop() {
        registry.close();
        broker.close();
    }

    @Test
    void node_reads_every_fact_that_our_serializer_wrote() throws Exception {
        List<ConversationAdvanced> written = Examples.conversations();
        try (var producer =
                new KafkaProducer<String, SpecificRecord>(
                        Map.of(
                                "bootstrap.servers", broker.bootstrapServers(),
                                "schema.registry.url", registry.url(),
                                "key.serializer", StringSerializer.class.getName(),
                                "value.serializer", AvroSerializer.class.getName()))) {
            for (ConversationAdvanced advanced : written) {
                producer.send(
                                new ProducerRecord<>(
                                        Topics.EVENTS, advanced.getConversationId(), advanced))
                        .get();
            }
        }
        List<JsonNode> lines =
                NODE.output(
                                SECONDS,
                                List.of(
                                        "read.js",
                                        broker.bootstrapServers(),
                                        registry.url(),
                                        Topics.EVENTS,
                                        "" + written.size()))
                        .lines()
                        .map(JSON::readTree)
                        .toList();
        assertThat(lines).hasSize(written.size());
        for (int index = 0; index < written.size(); index++) {
            assertThat(lines.get(index).path("key").asString())
                    .isEqualTo(written.get(index).getConversationId());
            assertThat(lines.get(index).path("value"))
                    .isEqualTo(Examples.asNodeShows(written.get(index)));
        }
        assertThat(lines.getFirst().path("value").path("events").size()).isGreaterThan(20);
    }

    @Test
    void we_read_what_node_wrote_with_its_own_encoder() throws Exception {
        String json =
                """
                {"id":"i1","at":1795000000000,"conversationId":"c_node","taskId":"p1/a/do/1","agent":"节点","output":"{\\"ok\\":true}"}
                """
                        .strip();
        NODE.output(
                SECONDS,
                List.of(
                        "write.js",
                        broker.bootstrapServers(),
                        registry.url(),
                        Topics.INBOX,
                        "conversation.inbox-errand.events.TaskSucceeded",
                        "c_node",
                        json));
        assertThat(read().value())
                .isEqualTo(
                        new TaskSucceeded(
                                "i1",
                                Instant.ofEpochMilli(1_795_000_000_000L),
                                "c_node",
                                "p1/a/do/1",
                                "节点",
                                "{\"ok\":true}"));
    }

    private static ConsumerRecord<String, SpecificRecord> read() {
        try (var consumer =
                new KafkaConsumer<String, SpecificRecord>(
                        Map.of(
                                "bootstrap.servers", broker.bootstrapServers(),
                                "group.id", "from-node",
                                "auto.offset.reset", "earliest",
                                "schema.registry.url", registry.url(),
                                "key.deserializer", StringDeserializer.class.getName(),
                                "value.deserializer", AvroDeserializer.class.getName()))) {
            consumer.subscribe(List.of(Topics.INBOX));
            Instant patience = Instant.now().plusSeconds(30);
            while (Instant.now().isBefore(patience)) {
                for (ConsumerRecord<String, SpecificRecord> record :
                        consumer.poll(Duration.ofMillis(200))) {
                    return record;
                }
            }
        }
        throw new AssertionError("Nothing came from node within 30 s.");
    }
}
