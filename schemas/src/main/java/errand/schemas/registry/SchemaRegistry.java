package errand.schemas.registry;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A schema registry, over Confluent's REST API (Confluent's own, Apicurio's ccompat, Errand's
 * embedded one). What it answers about ids never changes, so that is asked once and remembered;
 * answers "unknown" are not remembered. May be used by many threads.
 */
public final class SchemaRegistry {

    private static final Map<String, SchemaRegistry> SHARED = new ConcurrentHashMap<>();
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(5);

    private final JsonMapper json = JsonMapper.shared();
    private final RegistryHttp http;
    private final Map<Integer, Schema> schemas = new ConcurrentHashMap<>();
    private final Map<Version, Integer> ids = new ConcurrentHashMap<>();

    private record Version(String subject, Schema schema) {}

    /**
     * The registry with nothing remembered yet.
     *
     * @param urls one address or more, separated by commas
     */
    public SchemaRegistry(String urls) {
        this(urls, null, ANSWER_WITHIN);
    }

    SchemaRegistry(String urls, @Nullable String userInfo, Duration answerWithin) {
        this.http = new RegistryHttp(urls, userInfo, answerWithin);
    }

    /** The registry at these addresses that everybody in this JVM shares with what it remembers. */
    public static SchemaRegistry at(String urls) {
        return at(urls, null);
    }

    /**
     * @param userInfo {@code user:password} for basic authentication
     */
    public static SchemaRegistry at(String urls, @Nullable String userInfo) {
        return SHARED.computeIfAbsent(
                urls + "\n" + userInfo, _ -> new SchemaRegistry(urls, userInfo, ANSWER_WITHIN));
    }

    /** Where it is. */
    public String urls() {
        return http.addresses();
    }

    /**
     * The schema that an id in a record stands for.
     *
     * @throws SchemaUnknown when the registry does not know the id
     * @throws RegistryUnavailable when the registry cannot be asked
     */
    public Schema schema(int id) {
        Schema known = schemas.get(id);
        if (known != null) {
            return known;
        }
        RegistryHttp.Answer answer = http.get("/schemas/ids/" + id);
        if (answer.isUnknown()) {
            throw new SchemaUnknown(
                    "The schema registry at %s does not know schema id %d. The record was written with another registry, or this registry lost its '_schemas' topic."
                            .formatted(urls(), id));
        }
        Schema schema =
                new Schema.Parser().parse(required(answer).body().path("schema").asString());
        schemas.put(id, schema);
        return schema;
    }

    /**
     * The id of a schema that was registered under a subject; never registers.
     *
     * @throws SchemaUnknown when the subject has no such version
     * @throws RegistryUnavailable when the registry cannot be asked
     */
    public int idOf(String subject, Schema schema) {
        return find(subject, schema)
                .orElseThrow(
                        () ->
                                new SchemaUnknown(
                                        "Subject '%s' at %s has no version equal to this program's %s. Register it: services do so at start (SchemaRegistration), or set auto.register.schemas=true."
                                                .formatted(subject, urls(), schema.getFullName())));
    }

    /** The id of a schema under a subject, when it was registered. */
    public Optional<Integer> find(String subject, Schema schema) {
        Version version = new Version(subject, schema);
        Integer known = ids.get(version);
        if (known != null) {
            return Optional.of(known);
        }
        RegistryHttp.Answer answer =
                http.send("POST", "/subjects/" + path(subject), asBody(schema));
        if (answer.isUnknown()) {
            return Optional.empty();
        }
        return Optional.of(remember(version, required(answer)));
    }

    /**
     * Registers a schema under a subject; one that is there already keeps its id.
     *
     * @throws SchemaRefused when it does not fit the versions before
     * @throws RegistryUnavailable when the registry cannot be asked
     */
    public int register(String subject, Schema schema) {
        RegistryHttp.Answer answer =
                http.send("POST", "/subjects/" + path(subject) + "/versions", asBody(schema));
        if (answer.status() == 409 || answer.status() == 422) {
            throw new SchemaRefused(
                    "The schema registry at %s refuses this program's %s under subject '%s': %s"
                            .formatted(urls(), schema.getFullName(), subject, answer.message()));
        }
        return remember(new Version(subject, schema), required(answer));
    }

    /** Sets the rule that new versions under a subject must keep. */
    public void setCompatibility(String subject, Compatibility compatibility) {
        ObjectNode body = json.createObjectNode().put("compatibility", compatibility.name());
        RegistryHttp.Answer answer = http.send("PUT", "/config/" + path(subject), body);
        if (answer.status() == 409) {
            // Apicurio says so when two create the rule at once; now it exists and can be set.
            answer = http.send("PUT", "/config/" + path(subject), body);
        }
        required(answer);
    }

    /** The rule set for a subject itself; empty when it follows the registry's own. */
    public Optional<Compatibility> compatibility(String subject) {
        RegistryHttp.Answer answer = http.get("/config/" + path(subject));
        if (answer.isUnknown()) {
            return Optional.empty();
        }
        String level = required(answer).body().path("compatibilityLevel").asString();
        return Optional.of(Compatibility.valueOf(level));
    }

    private int remember(Version version, RegistryHttp.Answer answer) {
        int id = answer.body().path("id").asInt();
        ids.put(version, id);
        return id;
    }

    private RegistryHttp.Answer required(RegistryHttp.Answer answer) {
        if (!answer.isOk()) {
            throw new RegistryUnavailable(
                    "The schema registry at %s did not do it: %s"
                            .formatted(urls(), answer.message()));
        }
        return answer;
    }

    private ObjectNode asBody(Schema schema) {
        return json.createObjectNode().put("schema", PlainSchema.textOf(schema));
    }

    private static String path(String subject) {
        return URLEncoder.encode(subject, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
