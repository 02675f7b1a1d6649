package errand.schemas.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import errand.events.ConversationAdvanced;
import errand.events.TaskSucceeded;
import errand.facts.MessageReceived;
import errand.schemas.TopicNames;
import errand.schemas.Topics;
import errand.schemas.registry.RegistryUnavailable;
import errand.schemas.registry.SchemaRegistration;
import errand.schemas.registry.SchemaRegistry;
import errand.schemas.registry.SchemaUnknown;
import errand.schemas.registry.StubRegistry;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AvroSerdeTest {

    private static final Instant AT = Instant.parse("2026-11-23T08:00:00Z");

    private final TaskSucceeded done =
            new TaskSucceeded("i1", AT, "c1", "p1/a/do/1", "bench", "{\"n\":1}");
    private StubRegistry stub;
    private SchemaRegistry registry;
    private AvroSerializer serializer;
    private AvroDeserializer deserializer;

    @BeforeEach
    void start() throws Exception {
        stub = new StubRegistry();
        registry = new SchemaRegistry(stub.url());
        serializer = new AvroSerializer(registry);
        deserializer = new AvroDeserializer(new SchemaRegistry(stub.url()));
    }

    @AfterEach
    void stop() {
        stub.close();
    }

    @Test
    void reads_what_it_wrote() {
        registerAll();
        byte[] bytes = Objects.requireNonNull(serializer.serialize(Topics.INBOX, done));
        assertThat(bytes[0]).isZero();
        assertThat(ByteBuffer.wrap(bytes).getInt(1)).isPositive();
        assertThat(deserializer.deserialize(Topics.INBOX, bytes)).isEqualTo(done);
    }

    @Test
    void a_union_of_facts_comes_back_as_the_classes_it_was_made_of() {
        registerAll();
        ConversationAdvanced advanced =
                new ConversationAdvanced(
                        "c1",
                        1L,
                        AT,
                        "i1",
                        7L,
                        List.of(new MessageReceived("m1", "u", "zh", "你好")));
        byte[] bytes = serializer.serialize(Topics.EVENTS, advanced);
        assertThat(deserializer.deserialize(Topics.EVENTS, bytes)).isEqualTo(advanced);
    }

    @Test
    void null_is_a_tombstone_both_ways() {
        assertThat(serializer.serialize(Topics.DIRECTORY, null)).isNull();
        assertThat(deserializer.deserialize(Topics.DIRECTORY, null)).isNull();
        assertThat(stub.asked()).isEmpty();
    }

    @Test
    void asks_the_registry_once_per_topic_and_record() {
        registerAll();
        SchemaRegistry fresh = new SchemaRegistry(stub.url());
        AvroSerializer writer = new AvroSerializer(fresh);
        AvroDeserializer reader = new AvroDeserializer(fresh);
        int before = stub.asked().size();
        for (int i = 0; i < 5; i++) {
            reader.deserialize(Topics.INBOX, writer.serialize(Topics.INBOX, done));
        }
        assertThat(stub.asked().subList(before, stub.asked().size()))
                .containsExactly(
                        "POST /subjects/conversation.inbox-errand.events.TaskSucceeded",
                        "GET /schemas/ids/5");
    }

    @Test
    void a_producer_never_registers_and_says_what_to_do() {
        assertThatThrownBy(() -> serializer.serialize(Topics.INBOX, done))
                .isInstanceOf(SchemaUnknown.class)
                .hasMessage(
                        "Subject 'conversation.inbox-errand.events.TaskSucceeded' at "
                                + stub.url()
                                + " has no version equal to this program's errand.events.TaskSucceeded."
                                + " Register it: services do so at start (SchemaRegistration), or set auto.register.schemas=true.");
        assertThat(stub.subjects()).isEmpty();
    }

    @Test
    void a_producer_registers_when_it_was_told_to() {
        AvroSerializer writer = new AvroSerializer();
        writer.configure(
                Map.of("schema.registry.url", stub.url(), "auto.register.schemas", "true"), false);
        assertThat(writer.serialize(Topics.INBOX, done)).isNotEmpty();
        assertThat(stub.subjects())
                .containsOnlyKeys("conversation.inbox-errand.events.TaskSucceeded");
    }

    @Test
    void subjects_follow_confluents_strategies() {
        AvroSerializer writer = new AvroSerializer();
        writer.configure(
                Map.of(
                        "schema.registry.url",
                        List.of(stub.url()),
                        "auto.register.schemas",
                        true,
                        "value.subject.name.strategy",
                        "io.confluent.kafka.serializers.subject.RecordNameStrategy"),
                false);
        writer.serialize(Topics.INBOX, done);
        assertThat(stub.subjects()).containsOnlyKeys("errand.events.TaskSucceeded");
    }

    @Test
    void what_is_not_in_the_wire_format_is_named_with_its_first_bytes() {
        assertThatThrownBy(() -> deserializer.deserialize("t", "{\"a\":1}".getBytes()))
                .isInstanceOf(NotWireFormat.class)
                .hasMessage(
                        "A record of topic 't' is not in the Confluent wire format (a zero byte, a 4-byte schema id, Avro):"
                                + " the first byte is not zero. It has 7 bytes and begins with 7b 22 61 22 3a 31 7d.");
        assertThatThrownBy(() -> deserializer.deserialize("t", new byte[] {0, 0}))
                .isInstanceOf(NotWireFormat.class)
                .hasMessageContaining("it is too short. It has 2 bytes and begins with 00 00.");
    }

    @Test
    void an_id_that_the_registry_does_not_know_is_named() {
        assertThatThrownBy(
                        () -> deserializer.deserialize("t", new byte[] {0, 0, 0, 0, 99, 1, 2, 3}))
                .isInstanceOf(SchemaUnknown.class)
                .hasMessage(
                        "The schema registry at "
                                + stub.url()
                                + " does not know schema id 99. The record was written with another registry, or this registry lost its '_schemas' topic.");
    }

    @Test
    void a_registry_that_is_down_is_named_with_its_address() {
        stub.close();
        assertThatThrownBy(() -> serializer.serialize(Topics.INBOX, done))
                .isInstanceOf(RegistryUnavailable.class)
                .hasMessageStartingWith(
                        "The schema registry at " + stub.url() + " cannot be reached (")
                .hasMessageEndingWith("Check that it runs and that schema.registry.url is right.");
    }

    @Test
    void a_record_without_a_class_here_is_an_unknown_record() {
        Schema later =
                SchemaBuilder.record("errand.events.FromTomorrow")
                        .fields()
                        .requiredInt("x")
                        .endRecord();
        int id = registry.register("t-errand.events.FromTomorrow", later);
        byte[] bytes = {0, 0, 0, 0, (byte) id, 2};
        assertThatThrownBy(() -> deserializer.deserialize("t", bytes))
                .isInstanceOfSatisfying(
                        UnknownRecord.class,
                        unknown ->
                                assertThat(unknown.name()).isEqualTo("errand.events.FromTomorrow"))
                .hasMessage(
                        "Topic 't' carries errand.events.FromTomorrow, which this version of Errand does not know. A newer version wrote it: update this service.");
    }

    private void registerAll() {
        new SchemaRegistration(registry, new TopicNames("")).register(Topics.shared());
    }
}
