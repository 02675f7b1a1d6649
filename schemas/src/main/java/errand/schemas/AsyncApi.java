package errand.schemas;

import errand.schemas.registry.PlainSchema;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import tools.jackson.databind.json.JsonMapper;

/**
 * The topic catalogue as an AsyncAPI 3.0 document, for tools and for authors of agents that are not
 * written in Java. Made of {@link Topics} and the Avro schemas alone; operations are those of an
 * agent and of an onlooker. The form is that of
 * https://www.asyncapi.com/docs/reference/specification/v3.0.0 with Kafka's bindings 0.5.0.
 */
public final class AsyncApi {

    private static final String BINDING = "0.5.0";
    private static final String TASKS = "task.requests.{agent}";
    private static final String DEAD = "{topic}.dlt";
    private static final Map<String, String> ABOUT =
            Map.of(
                    Topics.INBOX,
                    "All that can change a conversation, in one order. Agents send their replies here, keyed by the conversation that asked.",
                    Topics.EVENTS,
                    "The facts of each conversation, numbered without gaps: what views, pages and tools read. A number may come again, with the same bytes.",
                    Topics.STREAM,
                    "Tokens and fine progress while something is under way; worth nothing afterwards.",
                    Topics.CANCELLATIONS,
                    "Plans that ended early. Every instance of an agent reads all of it, by itself; being late costs work, never correctness.",
                    Topics.DIRECTORY,
                    "Which agents are here and what they can do. An agent announces itself every 15 s; after 60 s without a word it counts as silent.",
                    Topics.BUSINESS_FACTS,
                    "What happened in the businesses, for preferences and analytics.");

    private AsyncApi() {}

    /** The document as nested maps, lists and scalars, in the order in which it is to be read. */
    public static Map<String, Object> document() {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("asyncapi", "3.0.0");
        document.put("info", info());
        document.put("defaultContentType", "application/vnd.apache.avro");
        document.put("servers", Map.of("kafka", server()));
        document.put("channels", channels());
        document.put("operations", operations());
        document.put("components", components());
        return document;
    }

    private static Map<String, Object> info() {
        return of(
                "title",
                "Errand",
                "version",
                "1",
                "description",
                "The topics of Errand, an event-driven agent platform on Kafka. Keys are UTF-8 text, partitioned by murmur2 as Kafka's Java client"
                        + " does. Values are in the Confluent wire format: a zero byte, the schema id in four bytes, Avro binary. Delivery is at least once.",
                "license",
                of("name", "Apache-2.0", "url", "https://www.apache.org/licenses/LICENSE-2.0"));
    }

    private static Map<String, Object> server() {
        return of(
                "host",
                "{brokers}",
                "protocol",
                "kafka",
                "description",
                "Kafka 4.2 or newer, with share groups.",
                "variables",
                of(
                        "brokers",
                        of(
                                "default",
                                "127.0.0.1:9092",
                                "description",
                                "Host and port; ./errand status shows it.")));
    }

    private static Map<String, Object> channels() {
        Map<String, Object> channels = new LinkedHashMap<>();
        Topic tasks = Topics.ofAgent("agent");
        channels.put(
                id(TASKS),
                channel(
                        tasks,
                        TASKS,
                        "The tasks of one agent. Topic and schemas are made by the agent before it announces itself.",
                        of("agent", of("description", "Its name: [a-z][a-z0-9-]*"))));
        for (Topic topic : Topics.shared()) {
            String about = ABOUT.get(topic.name());
            if (about == null) {
                throw new IllegalStateException(
                        "Say in AsyncApi what '%s' carries.".formatted(topic.name()));
            }
            channels.put(id(topic.name()), channel(topic, topic.name(), about, Map.of()));
        }
        channels.put(
                id(DEAD),
                channel(
                        tasks.deadLetters(),
                        DEAD,
                        "What of a topic could not be handled: original key and bytes, and why.",
                        of("topic", of("description", "The topic it was on"))));
        return channels;
    }

    private static Map<String, Object> channel(
            Topic topic, String address, String about, Map<String, Object> parameters) {
        Map<String, Object> messages = new LinkedHashMap<>();
        names(topic).forEach(name -> messages.put(name, ref("components/messages/" + name)));
        Map<String, Object> channel = of("address", address, "description", about);
        channel.put("messages", messages);
        if (!parameters.isEmpty()) {
            channel.put("parameters", parameters);
        }
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("cleanup.policy", List.of(topic.kept().cleanupPolicy().split(",")));
        settings.put("retention.ms", topic.kept().retentionMillis());
        if (topic.settings().containsKey("max.message.bytes")) {
            settings.put(
                    "max.message.bytes",
                    Integer.valueOf(topic.settings().get("max.message.bytes")));
        }
        channel.put(
                "bindings",
                of("kafka", of("topicConfiguration", settings, "bindingVersion", BINDING)));
        channel.put("x-errand-key", topic.key());
        channel.put("x-errand-kept", topic.kept().inWords());
        return channel;
    }

    /** Dead letters have bytes of any kind; their one message has headers alone. */
    private static List<String> names(Topic topic) {
        return topic.records().isEmpty()
                ? List.of("DeadLetter")
                : topic.records().stream().map(Class::getSimpleName).toList();
    }

    private static Map<String, Object> operations() {
        Map<String, Object> all = new LinkedHashMap<>();
        Map<String, Object> tasks =
                operation(
                        "receive",
                        TASKS,
                        "agent",
                        "Does a task, or makes sure that it never happens.");
        tasks.put(
                "reply",
                of(
                        "channel",
                        ref("channels/" + id(Topics.INBOX)),
                        "messages",
                        messages(Topics.INBOX, "TaskSucceeded", "TaskRefused", "TaskFailed")));
        all.put("agentDoesTasks", tasks);
        all.put(
                "agentHearsOfEndedPlans",
                operation(
                        "receive",
                        Topics.CANCELLATIONS,
                        "agent",
                        "Stops work for plans that ended."));
        all.put(
                "agentAnnouncesItself",
                operation(
                        "send",
                        Topics.DIRECTORY,
                        "agent",
                        "Says every 15 s that it is here, and at the end that it left.",
                        "AgentAnnounced",
                        "AgentLeft"));
        all.put(
                "agentPutsAside",
                operation(
                        "send",
                        DEAD,
                        "agent",
                        "Puts aside what it cannot read, before it goes on."));
        for (Topic topic : Topics.shared()) {
            all.put(
                    "onlookerReads" + title(topic.name()),
                    operation(
                            "receive",
                            topic.name(),
                            "onlooker",
                            "Reads it from the beginning or the end; skips records of kinds it does not know."));
        }
        return all;
    }

    private static Map<String, Object> operation(
            String action, String address, String who, String summary, String... records) {
        Map<String, Object> operation =
                of("action", action, "channel", ref("channels/" + id(address)));
        operation.put("summary", summary);
        operation.put("tags", List.of(of("name", who)));
        if (records.length > 0) {
            operation.put("messages", messages(address, records));
        }
        return operation;
    }

    private static List<Map<String, Object>> messages(String address, String... records) {
        return Arrays.stream(records)
                .map(record -> ref("channels/" + id(address) + "/messages/" + record))
                .toList();
    }

    private static Map<String, Object> components() {
        Map<String, Object> messages = new LinkedHashMap<>();
        List<Topic> topics = new ArrayList<>(List.of(Topics.ofAgent("agent")));
        topics.addAll(Topics.shared());
        for (Topic topic : topics) {
            topic.records().forEach(r -> messages.put(r.getSimpleName(), message(topic, r)));
        }
        messages.put("DeadLetter", deadLetter());
        return of("messages", messages, "schemas", of("Trail", AsyncApiHeaders.trail()));
    }

    private static Map<String, Object> message(
            Topic topic, Class<? extends SpecificRecord> record) {
        Schema schema = SpecificData.get().getSchema(record);
        Map<String, Object> message = of("name", schema.getFullName(), "summary", schema.getDoc());
        message.put("contentType", "application/vnd.apache.avro");
        message.put("headers", ref("components/schemas/Trail"));
        message.put(
                "payload",
                of(
                        "schemaFormat",
                        "application/vnd.apache.avro;version=1.9.0",
                        "schema",
                        JsonMapper.shared().readValue(PlainSchema.textOf(schema), Map.class)));
        Map<String, Object> kafka = of("key", of("type", "string", "description", topic.key()));
        kafka.put("schemaIdLocation", "payload");
        kafka.put("schemaIdPayloadEncoding", "confluent");
        kafka.put("schemaLookupStrategy", "TopicRecordNameStrategy");
        kafka.put("bindingVersion", BINDING);
        message.put("bindings", of("kafka", kafka));
        message.put("x-errand-compatibility", Topics.compatibility(record).name());
        return message;
    }

    private static Map<String, Object> deadLetter() {
        return of(
                "name",
                "DeadLetter",
                "summary",
                "The bytes as they were, empty where the topic does not take so many.",
                "contentType",
                "application/octet-stream",
                "headers",
                AsyncApiHeaders.deadLetter());
    }

    /** {@code task.requests.{agent}} is {@code taskRequests}. */
    private static String id(String address) {
        String title = title(address.equals(DEAD) ? "dead.letters" : address);
        return Character.toLowerCase(title.charAt(0)) + title.substring(1);
    }

    private static String title(String address) {
        return Arrays.stream(address.replace(".{agent}", "").split("\\."))
                .map(part -> Character.toUpperCase(part.charAt(0)) + part.substring(1))
                .collect(Collectors.joining());
    }

    private static Map<String, Object> ref(String path) {
        return of("$ref", "#/" + path);
    }

    /** Keys and values in turn. */
    static Map<String, Object> of(Object... pairs) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put(String.valueOf(pairs[i]), pairs[i + 1]);
        }
        return map;
    }
}
