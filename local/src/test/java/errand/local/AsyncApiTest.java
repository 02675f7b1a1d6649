package errand.local;

import static org.assertj.core.api.Assertions.assertThat;

import errand.schemas.AsyncApi;
import errand.schemas.Topic;
import errand.schemas.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;

/** docs/reference/asyncapi.yaml says what the topic catalogue and the Avro schemas say. */
class AsyncApiTest {

    private static final Path FILE = Path.of("../docs/reference/asyncapi.yaml");

    private final JsonNode document = Json.MAPPER.valueToTree(AsyncApi.document());

    @Test
    void the_file_is_what_the_command_prints() throws IOException {
        assertThat(Files.readString(FILE).equals(TopicsCommand.asyncApi()))
                .as(
                        "up to date; renew it: ./errand topics --asyncapi > docs/reference/asyncapi.yaml")
                .isTrue();
        Map<String, Object> read = new Yaml().load(Files.readString(FILE));
        assertThat(Json.MAPPER.valueToTree(read).toString().equals(document.toString()))
                .as("read back, it is the same document")
                .isTrue();
    }

    @Test
    void has_every_topic_with_its_records_key_and_time() {
        List<Topic> all = new ArrayList<>(Topics.shared());
        all.add(Topics.ofAgent("flower"));
        for (Topic topic : all) {
            JsonNode channel = channel(topic.name().replace("flower", "{agent}"));
            assertThat(channel.path("messages").propertyNames())
                    .containsExactlyElementsOf(
                            topic.records().stream().map(Class::getSimpleName).toList());
            assertThat(channel.path("x-errand-key").asString()).isEqualTo(topic.key());
            assertThat(channel.at("/bindings/kafka/topicConfiguration/retention.ms").asLong())
                    .isEqualTo(topic.kept().retentionMillis());
        }
    }

    @Test
    void every_payload_is_the_schema_that_is_registered() {
        for (Topic topic : Topics.shared()) {
            for (var record : topic.records()) {
                JsonNode payload =
                        document.at("/components/messages/" + record.getSimpleName() + "/payload");
                Schema read = new Schema.Parser().parse(payload.path("schema").toString());
                assertThat(read).isEqualTo(plain(SpecificData.get().getSchema(record)));
            }
        }
    }

    @Test
    void no_reference_points_nowhere() {
        List<String> broken = new ArrayList<>();
        references(
                document,
                reference -> {
                    if (document.at(reference.substring(1)).isMissingNode()) {
                        broken.add(reference);
                    }
                });
        assertThat(broken).isEmpty();
    }

    @Test
    void an_agent_answers_tasks_in_the_inbox() {
        JsonNode tasks = document.at("/operations/agentDoesTasks");

        assertThat(tasks.at("/channel/$ref").asString()).isEqualTo("#/channels/taskRequests");
        assertThat(tasks.at("/reply/channel/$ref").asString())
                .isEqualTo("#/channels/conversationInbox");
        assertThat(tasks.at("/reply/messages").toString())
                .contains("TaskSucceeded", "TaskRefused", "TaskFailed")
                .doesNotContain("UserSaid");
    }

    private JsonNode channel(String address) {
        for (JsonNode channel : document.path("channels")) {
            if (channel.path("address").asString().equals(address)) {
                return channel;
            }
        }
        throw new AssertionError("No channel has the address " + address);
    }

    /** Without what only Java's classes say. */
    private static Schema plain(Schema schema) {
        return new Schema.Parser().parse(errand.schemas.registry.PlainSchema.textOf(schema));
    }

    private static void references(JsonNode node, Consumer<String> found) {
        if (node.path("$ref").isString()) {
            found.accept(node.path("$ref").asString());
        }
        node.forEach(inner -> references(inner, found));
    }
}
