package errand.orchestrator.draft;

import errand.orchestrator.documents.Recent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What a plan takes of a capability's schemas. */
public final class Schema {

    private static final JsonMapper MAPPER = new JsonMapper();
    private static final int DEPTH = 16;
    private static final Set<String> PROSE =
            Set.of("description", "title", "examples", "$comment", "x-errand-type");
    private static final Set<String> MAPS =
            Set.of("properties", "patternProperties", "$defs", "definitions", "dependentSchemas");
    private static final Set<String> LISTS = Set.of("anyOf", "oneOf", "allOf", "prefixItems");
    private static final Set<String> SINGLE =
            Set.of(
                    "items",
                    "additionalProperties",
                    "contains",
                    "not",
                    "if",
                    "then",
                    "else",
                    "propertyNames",
                    "unevaluatedItems",
                    "unevaluatedProperties");

    private static final int KEPT = 1_024;

    /** Agents announce few schemas and plans name them often. */
    private static final Recent<String, Optional<String>> TERSE =
            new Recent<>(
                    KEPT,
                    schema -> Optional.ofNullable(read(schema)).map(it -> terse(it).toString()));

    private static final Recent<String, List<List<String>>> QUOTES =
            new Recent<>(KEPT, Schema::findQuotes);

    private Schema() {}

    /**
     * The schema as text, without what only people, models and validation read; null when it is
     * unreadable.
     */
    public static @Nullable String withoutProse(String schema) {
        return TERSE.of(schema).orElse(null);
    }

    private static @Nullable JsonNode read(String schema) {
        try {
            return MAPPER.readTree(schema);
        } catch (JacksonException e) {
            return null;
        }
    }

    private static JsonNode terse(JsonNode schema) {
        if (!schema.isObject()) {
            return schema;
        }
        ObjectNode terse = JsonNodeFactory.instance.objectNode();
        for (Map.Entry<String, JsonNode> entry : schema.properties()) {
            String name = entry.getKey();
            JsonNode value = entry.getValue();
            if (MAPS.contains(name) && value.isObject()) {
                ObjectNode map = terse.putObject(name);
                value.properties().forEach(each -> map.set(each.getKey(), terse(each.getValue())));
            } else if (LISTS.contains(name) && value.isArray()) {
                ArrayNode list = terse.putArray(name);
                value.values().forEach(each -> list.add(terse(each)));
            } else if (SINGLE.contains(name)) {
                terse.set(name, terse(value));
            } else if (!PROSE.contains(name)) {
                terse.set(name, value);
            }
        }
        return terse;
    }

    /**
     * Where quotes stand in an output of this schema: names from the root, {@code *} for elements.
     */
    static List<List<String>> quotePaths(String schema) {
        return QUOTES.of(schema);
    }

    private static List<List<String>> findQuotes(String schema) {
        List<List<String>> paths = new ArrayList<>();
        JsonNode root = read(schema);
        if (root != null) {
            collect(root, root, List.of(), paths);
        }
        return List.copyOf(paths);
    }

    private static void collect(
            JsonNode schema, JsonNode root, List<String> at, List<List<String>> paths) {
        if (at.size() > DEPTH) {
            return;
        }
        String reference = schema.path("$ref").asString("");
        if (reference.startsWith("#/")) {
            collect(root.at(reference.substring(1)), root, at, paths);
        } else if (schema.path("x-errand-type").asString("").equals("quote")) {
            paths.add(at);
        } else {
            schema.path("properties")
                    .properties()
                    .forEach(
                            each -> collect(each.getValue(), root, with(at, each.getKey()), paths));
            if (schema.path("items").isObject()) {
                collect(schema.path("items"), root, with(at, "*"), paths);
            }
        }
    }

    private static List<String> with(List<String> at, String next) {
        List<String> longer = new ArrayList<>(at);
        longer.add(next);
        return List.copyOf(longer);
    }
}
