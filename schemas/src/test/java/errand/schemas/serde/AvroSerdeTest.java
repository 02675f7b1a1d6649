package errand.schemas.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import errand.events.ConversationAdvanced;
import errand.events.PlanEnded;
import errand.events.TaskRequested;
import errand.events.TaskSucceeded;
import errand.facts.MessageReceived;
import errand.schemas.Examples;
import errand.schemas.TopicNames;
import errand.schemas.Topics;
import errand.schemas.registry.RegistryUnavailable;
import errand.schemas.registry.SchemaRegistration;
import errand.schemas.registry.SchemaRegistry;
import errand.schemas.registry.SchemaUnknown;
import errand.schemas.registry.StubRegistry;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.kafka.common.errors.SerializationException;
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

    @Test
    void a_fact_that_this_version_does_not_know_is_an_unknown_record() {
        Schema ours = ConversationAdvanced.getClassSchema();
        Schema fact = SchemaBuilder.record("errand.facts.FromTomorrow").fields().endRecord();
        Schema later = withEvents(ours, Schema.createArray(Schema.createUnion(fact)));
        GenericData.Record advanced = new GenericData.Record(later);
        advanced.put("conversationId", "c1");
        advanced.put("seq", 1L);
        advanced.put("at", 0L);
        advanced.put("causedBy", "i1");
        advanced.put("inboxOffset", 1L);
        advanced.put("events", List.of(new GenericData.Record(fact)));
        byte[] bytes = framed(later, advanced);
        assertThatThrownBy(() -> deserializer.deserialize(Topics.EVENTS, bytes))
                .isInstanceOfSatisfying(
                        UnknownRecord.class,
                        unknown ->
                                assertThat(unknown.name()).isEqualTo("errand.facts.FromTomorrow"));
    }

    @Test
    void what_an_older_and_a_newer_program_wrote_becomes_todays_record() {
        Schema ours = PlanEnded.getClassSchema();
        Schema newer =
                copy(ours, new Schema.Field("extra", Schema.create(Schema.Type.INT), null, 0));
        GenericData.Record ended = new GenericData.Record(newer);
        ended.put("planId", "p1");
        ended.put("conversationId", "c1");
        ended.put("at", AT.toEpochMilli());
        ended.put("reason", "told to");
        ended.put("extra", 5);
        assertThat(deserializer.deserialize(Topics.CANCELLATIONS, framed(newer, ended)))
                .isEqualTo(new PlanEnded("p1", "c1", AT, "told to"));

        Schema requested = TaskRequested.getClassSchema();
        Schema older = without(requested, "terms");
        GenericData.Record task = Examples.bare(older);
        assertThat(deserializer.deserialize("task.requests.fliggy", framed(older, task)))
                .isInstanceOfSatisfying(
                        TaskRequested.class,
                        read -> {
                            assertThat(read.getTerms()).isNull();
                            assertThat(read.getTaskId()).isEqualTo("taskId-车");
                        });
    }

    @Test
    void a_record_that_cannot_be_written_leaves_nothing_behind() {
        registerAll();
        byte[] before = serializer.serialize(Topics.INBOX, done);
        TaskSucceeded broken = new TaskSucceeded();
        broken.setId("half");
        assertThatThrownBy(() -> serializer.serialize(Topics.INBOX, broken))
                .isInstanceOf(SerializationException.class)
                .hasMessageStartingWith("Cannot write errand.events.TaskSucceeded as Avro: ");
        assertThat(serializer.serialize(Topics.INBOX, done)).isEqualTo(before);
    }

    @Test
    void bytes_left_over_after_the_record_are_an_error() {
        registerAll();
        byte[] bytes = Objects.requireNonNull(serializer.serialize(Topics.INBOX, done));
        byte[] longer = Arrays.copyOf(bytes, bytes.length + 1);
        assertThatThrownBy(() -> deserializer.deserialize(Topics.INBOX, longer))
                .isInstanceOf(SerializationException.class)
                .hasMessage(
                        "A record of topic 'conversation.inbox' with schema id 5 cannot be read as errand.events.TaskSucceeded: bytes are left over after the record");
        byte[] shorter = Arrays.copyOf(bytes, bytes.length - 3);
        assertThatThrownBy(() -> deserializer.deserialize(Topics.INBOX, shorter))
                .isInstanceOf(SerializationException.class)
                .hasMessageStartingWith(
                        "A record of topic 'conversation.inbox' with schema id 5 cannot be read as");
    }

    @Test
    void many_threads_share_a_serializer_and_a_deserializer() throws Exception {
        registerAll();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Boolean>> right = new ArrayList<>();
            for (int i = 0; i < 2_000; i++) {
                TaskSucceeded mine =
                        TaskSucceeded.newBuilder(done).setId("x".repeat(i % 50) + i).build();
                right.add(
                        threads.submit(
                                () ->
                                        mine.equals(
                                                deserializer.deserialize(
                                                        Topics.INBOX,
                                                        serializer.serialize(
                                                                Topics.INBOX, mine)))));
            }
            for (var one : right) {
                assertThat(one.get()).isTrue();
            }
        }
    }

    @Test
    void without_an_address_it_says_which_setting_is_missing() {
        assertThatThrownBy(() -> new AvroDeserializer().configure(Map.of(), false))
                .hasMessage(
                        "schema.registry.url is missing: give the registry's address, such as http://127.0.0.1:8081.");
        assertThatThrownBy(
                        () ->
                                new AvroSerializer()
                                        .configure(
                                                Map.of(
                                                        "schema.registry.url",
                                                        stub.url(),
                                                        "value.subject.name.strategy",
                                                        "com.example.Mine"),
                                                false))
                .hasMessage(
                        "value.subject.name.strategy 'com.example.Mine' is unknown. Known: TopicRecordNameStrategy (Errand's own), RecordNameStrategy, TopicNameStrategy.");
    }

    private byte[] framed(Schema schema, GenericData.Record record) {
        int id = registry.register("by-hand-" + schema.hashCode(), schema);
        return WireFormat.encode(id, new GenericDatumWriter<>(schema), record);
    }

    private static Schema withEvents(Schema schema, Schema events) {
        return copy(without(schema, "events"), new Schema.Field("events", events));
    }

    private static Schema without(Schema schema, String name) {
        List<Schema.Field> fields = new ArrayList<>();
        for (Schema.Field field : schema.getFields()) {
            if (!field.name().equals(name)) {
                fields.add(new Schema.Field(field, field.schema()));
            }
        }
        return Schema.createRecord(schema.getName(), null, schema.getNamespace(), false, fields);
    }

    private static Schema copy(Schema schema, Schema.Field more) {
        List<Schema.Field> fields = new ArrayList<>();
        schema.getFields().forEach(field -> fields.add(new Schema.Field(field, field.schema())));
        fields.add(more);
        return Schema.createRecord(schema.getName(), null, schema.getNamespace(), false, fields);
    }

    private void registerAll() {
        new SchemaRegistration(registry, new TopicNames("")).register(Topics.shared());
    }
}
