package errand.mcp.table;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A tool's schema as it may stand in the directory. The server's word is not the platform's: marks
 * that only agents of ours may set ({@code x-errand-type}: a quote decides whom money goes to) are
 * taken out wherever they stand; so are regular expressions, which would run in the engine's
 * thread, and what names another dialect or place. References to other places are refused.
 */
final class SafeSchema {

    /** A plan keeps the schemas of what it uses. */
    static final int MOST_BYTES = 32 * 1024;

    private static final int DEEPEST = 64;
    private static final String MARK = "x-errand-type";
    private static final Set<String> DROPPED =
            Set.of("$schema", "$id", "id", "$vocabulary", "pattern", "patternProperties");
    private static final Set<String> MAPS =
            Set.of("properties", "$defs", "definitions", "dependentSchemas");
    private static final Set<String> DATA = Set.of("const", "enum", "default", "examples");

    private SafeSchema() {}

    /**
     * The schema as text.
     *
     * @throws IllegalArgumentException says in one sentence why it cannot be used
     */
    static String of(JsonNode schema) {
        JsonNode safe = schema(schema, 0);
        if (!(safe instanceof ObjectNode object)) {
            throw new IllegalArgumentException("it is not an object");
        }
        if (!object.path("type").asString("object").equals("object")) {
            throw new IllegalArgumentException("it does not describe an object");
        }
        object.put("type", "object");
        String text = object.toString();
        int bytes = text.getBytes(StandardCharsets.UTF_8).length;
        if (bytes > MOST_BYTES) {
            throw new IllegalArgumentException(
                    "it has %d bytes; %d are possible".formatted(bytes, MOST_BYTES));
        }
        return text;
    }

    private static JsonNode schema(JsonNode schema, int depth) {
        refuseDepth(depth);
        if (schema instanceof ArrayNode list) {
            ArrayNode all = JsonNodeFactory.instance.arrayNode();
            list.forEach(each -> all.add(schema(each, depth + 1)));
            return all;
        }
        if (!(schema instanceof ObjectNode object)) {
            return schema;
        }
        ObjectNode safe = JsonNodeFactory.instance.objectNode();
        for (Map.Entry<String, JsonNode> entry : object.properties()) {
            String key = entry.getKey();
            JsonNode value = entry.getValue();
            if (MAPS.contains(key) && value instanceof ObjectNode map) {
                safe.set(key, schemas(map, depth + 1));
            } else if (DATA.contains(key)) {
                safe.set(key, unmarked(value, depth + 1));
            } else if (key.startsWith("$") && key.endsWith("ef")) {
                safe.set(key, here(value));
            } else if (!key.equals(MARK) && !DROPPED.contains(key)) {
                safe.set(key, schema(value, depth + 1));
            }
        }
        return safe;
    }

    private static ObjectNode schemas(ObjectNode map, int depth) {
        ObjectNode schemas = JsonNodeFactory.instance.objectNode();
        map.properties().stream()
                .filter(each -> !each.getKey().equals(MARK))
                .forEach(each -> schemas.set(each.getKey(), schema(each.getValue(), depth)));
        return schemas;
    }

    /** {@code $ref} and {@code $dynamicRef}: nothing is fetched. */
    private static JsonNode here(JsonNode reference) {
        if (!reference.asString("").startsWith("#")) {
            throw new IllegalArgumentException(
                    "it refers to another place: " + reference.asString(""));
        }
        return reference;
    }

    private static JsonNode unmarked(JsonNode value, int depth) {
        refuseDepth(depth);
        if (value instanceof ArrayNode list) {
            ArrayNode all = JsonNodeFactory.instance.arrayNode();
            list.forEach(each -> all.add(unmarked(each, depth + 1)));
            return all;
        }
        if (value instanceof ObjectNode object) {
            ObjectNode all = JsonNodeFactory.instance.objectNode();
            object.properties().stream()
                    .filter(each -> !each.getKey().equals(MARK))
                    .forEach(each -> all.set(each.getKey(), unmarked(each.getValue(), depth + 1)));
            return all;
        }
        return value;
    }

    private static void refuseDepth(int depth) {
        if (depth > DEEPEST) {
            throw new IllegalArgumentException("it is nested too deeply");
        }
    }
}
