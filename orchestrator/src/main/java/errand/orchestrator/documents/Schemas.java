package errand.orchestrator.documents;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.path.PathType;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** JSON Schemas (2020-12), compiled once per text. Never fetches anything. */
final class Schemas {

    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(
                    SpecificationVersion.DRAFT_2020_12,
                    builder ->
                            builder.schemaRegistryConfig(
                                    SchemaRegistryConfig.builder()
                                            .formatAssertionsEnabled(true)
                                            .pathType(PathType.JSON_POINTER)
                                            .locale(Locale.ENGLISH)
                                            .build()));

    private static final Recent<String, Compiled> COMPILED = new Recent<>(1_024, Schemas::compile);

    private Schemas() {}

    /** A schema as JSON and as a checker. */
    record Compiled(JsonNode json, Schema schema) {

        List<Error> errors(JsonNode value) {
            return schema.validate(value);
        }
    }

    static Compiled of(String text) {
        return COMPILED.of(text);
    }

    private static Compiled compile(String text) {
        JsonNode json = Json.read(text, "The schema");
        try {
            return new Compiled(json, REGISTRY.getSchema(json));
        } catch (RuntimeException e) {
            throw new Unfit("SCHEMA_UNREADABLE", "The schema cannot be used: " + Shown.of(text));
        }
    }

    static boolean array(@Nullable JsonNode schema) {
        return schema != null && schema.path("type").asString("").equals("array");
    }

    /** The schema of a property, as far as it is written down plainly. */
    static @Nullable JsonNode property(@Nullable JsonNode schema, String name, JsonNode root) {
        return schema == null ? null : plain(schema.path("properties").path(name), root);
    }

    static @Nullable JsonNode element(@Nullable JsonNode schema, JsonNode root) {
        return schema == null ? null : plain(schema.path("items"), root);
    }

    private static @Nullable JsonNode plain(JsonNode schema, JsonNode root) {
        JsonNode plain = schema;
        for (int hops = 0; hops < 8; hops++) {
            String reference = plain.path("$ref").asString("");
            if (!reference.startsWith("#/")) {
                return plain.isObject() ? plain : null;
            }
            plain = root.at(reference.substring(1));
        }
        return null;
    }
}
