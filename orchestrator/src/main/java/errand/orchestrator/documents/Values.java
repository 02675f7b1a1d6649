package errand.orchestrator.documents;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.DoubleNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.LongNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * What an expression gave, as JSON. Integers are integers again (12, not 12.0), missing and null
 * values are left out.
 */
final class Values {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private Values() {}

    /** None for what is no object. */
    static Map<String, String> properties(String object) {
        Map<String, String> properties = new TreeMap<>();
        try {
            Json.read(object, "The object")
                    .properties()
                    .forEach(it -> properties.put(it.getKey(), it.getValue().toString()));
        } catch (Unfit unreadable) {
            return Map.of();
        }
        return properties;
    }

    /** Null for a missing value. */
    static @Nullable JsonNode json(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case String text -> StringNode.valueOf(text);
            case Boolean truth -> BooleanNode.valueOf(truth);
            case Number number -> json(number);
            case Map<?, ?> map -> object(map);
            case Collection<?> elements -> array(elements);
            default ->
                    throw new Unfit(
                            "EXPRESSION_FAILED",
                            "gives a function, not a value. Call it with parentheses.");
        };
    }

    private static JsonNode json(Number number) {
        double value = number.doubleValue();
        if (number instanceof Integer || number instanceof Long || whole(value)) {
            return LongNode.valueOf(number.longValue());
        }
        return DoubleNode.valueOf(value);
    }

    private static boolean whole(double value) {
        return value == Math.rint(value) && Math.abs(value) <= CanonicalJson.EXACT;
    }

    private static JsonNode object(Map<?, ?> map) {
        ObjectNode node = NODES.objectNode();
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            JsonNode value = json(entry.getValue());
            if (value != null) {
                node.set(String.valueOf(entry.getKey()), value);
            }
        }
        return node;
    }

    private static JsonNode array(Collection<?> elements) {
        ArrayNode node = NODES.arrayNode(elements.size());
        for (Object element : elements) {
            JsonNode value = json(element);
            if (value != null) {
                node.add(value);
            }
        }
        return node;
    }

    /** A value of a template: whole numbers as integers, null left out; null for null. */
    static @Nullable JsonNode constant(JsonNode node) {
        return switch (node.getNodeType()) {
            case NULL, MISSING -> null;
            case NUMBER ->
                    !node.isIntegralNumber() && whole(node.doubleValue())
                            ? LongNode.valueOf((long) node.doubleValue())
                            : node;
            case OBJECT -> {
                ObjectNode copy = NODES.objectNode();
                node.properties().forEach(entry -> put(copy, entry.getKey(), entry.getValue()));
                yield copy;
            }
            case ARRAY -> {
                ArrayNode copy = NODES.arrayNode(node.size());
                node.values().forEach(element -> add(copy, constant(element)));
                yield copy;
            }
            case STRING, BOOLEAN, BINARY, POJO -> node;
        };
    }

    private static void put(ObjectNode object, String name, JsonNode value) {
        JsonNode constant = constant(value);
        if (constant != null) {
            object.set(name, constant);
        }
    }

    private static void add(ArrayNode array, @Nullable JsonNode value) {
        if (value != null) {
            array.add(value);
        }
    }
}
