package errand.schemas.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import errand.events.ConversationAdvanced;
import errand.events.TaskSucceeded;
import errand.schemas.Topic;
import errand.schemas.TopicNames;
import errand.schemas.Topics;
import errand.schemas.serde.AvroDeserializer;
import errand.schemas.serde.AvroSerializer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** What Errand relies on in any registry that speaks Confluent's REST API. */
abstract class RegistryContract {

    private static final String V1 = record("{'name':'a','type':'string'}");
    private static final String V2 =
            record("{'name':'a','type':'string'},{'name':'b','type':'int','default':0}");
    private static final String BROKEN =
            record("{'name':'a','type':'string'},{'name':'b','type':'int'}");

    private SchemaRegistry registry;
    private RegistryHttp http;
    private String subject;

    /** Where the registry under test is. */
    abstract String url();

    @BeforeEach
    void newSubject() {
        registry = new SchemaRegistry(url());
        http = new RegistryHttp(url(), null, Duration.ofSeconds(20));
        subject = "t." + UUID.randomUUID() + "-errand.test.R";
    }

    @Test
    void gives_a_schema_one_id_however_often_it_is_registered() {
        int id = registry.register(subject, schema(V1));
        assertThat(registry.register(subject, schema(V1))).isEqualTo(id);
        assertThat(get("/subjects/" + subject + "/versions").body()).hasSize(1);
        assertThat(new SchemaRegistry(url()).schema(id)).isEqualTo(schema(V1));
    }

    @Test
    void gives_a_schema_the_same_id_under_another_subject() {
        int id = registry.register(subject, schema(V1));
        assertThat(registry.register("other." + subject, schema(V1))).isEqualTo(id);
    }

    @Test
    void finds_what_was_registered_and_never_registers_when_asked() {
        assertThat(registry.find(subject, schema(V1))).isEmpty();
        assertRefused(post("/subjects/" + subject, V1), 404, 40401);
        int id = registry.register(subject, schema(V1));
        assertThat(new SchemaRegistry(url()).find(subject, schema(V1))).contains(id);
        assertThat(registry.find(subject, schema(V2))).isEmpty();
        assertRefused(post("/subjects/" + subject, V2), 404, 40403);
    }

    @Test
    void numbers_the_versions_of_a_subject_from_one() {
        registry.register(subject, schema(V1));
        int second = registry.register(subject, schema(V2));
        var latest = get("/subjects/" + subject + "/versions/latest").body();
        assertThat(latest.path("version").asInt()).isEqualTo(2);
        assertThat(latest.path("id").asInt()).isEqualTo(second);
        assertThat(latest.path("subject").asString()).isEqualTo(subject);
        assertThat(schema(latest.path("schema").asString())).isEqualTo(schema(V2));
        assertThat(get("/subjects/" + subject + "/versions/1").body().path("version").asInt())
                .isEqualTo(1);
    }

    @Test
    void names_what_it_does_not_know_with_confluents_codes() {
        assertRefused(get("/subjects/" + subject + "/versions"), 404, 40401);
        registry.register(subject, schema(V1));
        assertRefused(get("/subjects/" + subject + "/versions/7"), 404, 40402);
        assertRefused(get("/schemas/ids/999999"), 404, 40403);
        assertThatThrownBy(() -> registry.schema(999_999)).isInstanceOf(SchemaUnknown.class);
    }

    @Test
    void refuses_what_is_no_schema() {
        assertRefused(
                post("/subjects/" + subject + "/versions", "{'type':'nonsense'}"), 422, 42201);
    }

    @Test
    void holds_a_subject_to_its_rule_against_every_version() {
        registry.register(subject, schema(V1));
        registry.setCompatibility(subject, Compatibility.FULL_TRANSITIVE);
        assertThat(registry.compatibility(subject)).contains(Compatibility.FULL_TRANSITIVE);
        registry.register(subject, schema(V2));
        assertThatThrownBy(() -> registry.register(subject, schema(BROKEN)))
                .isInstanceOf(SchemaRefused.class)
                .hasMessageContaining("errand.test.R under subject '" + subject + "'")
                .hasMessageContaining("(HTTP 409)");
        assertThat(get("/subjects/" + subject + "/versions").body()).hasSize(2);
    }

    @Test
    void a_union_of_facts_may_grow_where_only_new_readers_must_read_old_records() {
        Schema one = schema(union("'string'"));
        Schema two = schema(union("'string','int'"));
        registry.register(subject, one);
        registry.setCompatibility(subject, Compatibility.FULL_TRANSITIVE);
        assertThatThrownBy(() -> registry.register(subject, two)).isInstanceOf(SchemaRefused.class);
        registry.setCompatibility(subject, Compatibility.BACKWARD_TRANSITIVE);
        registry.register(subject, two);
        assertThatThrownBy(() -> registry.register(subject, schema(union("'int'"))))
                .isInstanceOf(SchemaRefused.class);
    }

    @Test
    void says_beforehand_whether_a_schema_would_fit() {
        registry.register(subject, schema(V1));
        registry.setCompatibility(subject, Compatibility.FULL_TRANSITIVE);
        String path = "/compatibility/subjects/" + subject + "/versions/latest";
        assertThat(post(path, V2).body().path("is_compatible").asBoolean()).isTrue();
        assertThat(post(path, BROKEN).body().path("is_compatible").asBoolean()).isFalse();
    }

    @Test
    void many_services_may_register_the_same_topics_at_once() throws Exception {
        TopicNames names = new TopicNames("p" + System.nanoTime() + ".");
        List<Topic> topics = new ArrayList<>(Topics.shared());
        topics.add(Topics.ofAgent("fliggy"));
        Callable<Set<Integer>> service =
                () -> {
                    SchemaRegistry own = new SchemaRegistry(url());
                    new SchemaRegistration(own, names).register(topics);
                    return ids(own, names, topics);
                };
        Set<Set<Integer>> answers = new HashSet<>();
        try (var services = Executors.newFixedThreadPool(6)) {
            for (Future<Set<Integer>> answer :
                    services.invokeAll(
                            List.of(service, service, service, service, service, service))) {
                answers.add(answer.get());
            }
        }
        assertThat(answers).hasSize(1);
        assertEachSubjectHasOneVersionAndItsRule(names, topics);
    }

    private void assertEachSubjectHasOneVersionAndItsRule(TopicNames names, List<Topic> topics) {
        for (Topic topic : topics) {
            topic.records()
                    .forEach(
                            record -> {
                                String name = names.of(topic) + "-" + record.getName();
                                assertThat(get("/subjects/" + name + "/versions").body())
                                        .hasSize(1);
                                assertThat(registry.compatibility(name))
                                        .contains(Topics.compatibility(record));
                            });
        }
        assertThat(Topics.compatibility(ConversationAdvanced.class))
                .isEqualTo(Compatibility.BACKWARD_TRANSITIVE);
    }

    @Test
    void records_travel_with_the_ids_it_gave() {
        new SchemaRegistration(registry, new TopicNames("")).register(Topics.named(Topics.INBOX));
        TaskSucceeded done =
                new TaskSucceeded("i", Instant.EPOCH, "c1", "p1/a/do/1", "bench", "{\"车\":1}");
        byte[] bytes = new AvroSerializer(registry).serialize(Topics.INBOX, done);
        AvroDeserializer elsewhere = new AvroDeserializer(new SchemaRegistry(url()));
        assertThat(elsewhere.deserialize(Topics.INBOX, bytes)).isEqualTo(done);
    }

    private static Set<Integer> ids(SchemaRegistry own, TopicNames names, List<Topic> topics) {
        Set<Integer> ids = new HashSet<>();
        for (Topic topic : topics) {
            for (var record : topic.records()) {
                Schema schema = SpecificData.get().getSchema(record);
                ids.add(own.idOf(Subjects.topicRecord(names.of(topic), schema), schema));
            }
        }
        return ids;
    }

    final RegistryHttp.Answer get(String path) {
        return http.get(path);
    }

    final RegistryHttp.Answer post(String path, String schema) {
        var body = JsonMapper.shared().createObjectNode();
        return http.send("POST", path, body.put("schema", schema.replace('\'', '"')));
    }

    static void assertRefused(RegistryHttp.Answer answer, int status, int code) {
        assertThat(answer.body().path("error_code").asInt()).isEqualTo(code);
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.body().path("message").asString()).isNotEmpty();
    }

    static Schema schema(String text) {
        return new Schema.Parser().parse(text.replace('\'', '"'));
    }

    private static String record(String fields) {
        return "{'type':'record','name':'R','namespace':'errand.test','fields':[" + fields + "]}";
    }

    private static String union(String branches) {
        return record("{'name':'u','type':{'type':'array','items':[" + branches + "]}}");
    }
}
