package errand.orchestrator.documents;

import java.util.AbstractList;
import java.util.AbstractMap;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.RandomAccess;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * JSON as expressions see it: read-only, null left out of objects (missing and null are the same),
 * and with the number of its values at hand. Integers are {@code Integer} or {@code Long}, other
 * numbers {@code Double}, as the evaluator's own.
 */
final class Given {

    private Given() {}

    static @Nullable Object of(JsonNode node) {
        return switch (node.getNodeType()) {
            case OBJECT -> object(node);
            case ARRAY -> array(node);
            case STRING -> node.stringValue();
            case NUMBER -> number(node);
            case BOOLEAN -> node.booleanValue();
            case NULL, MISSING -> null;
            case BINARY, POJO -> throw new IllegalArgumentException("Not JSON: " + node);
        };
    }

    static int weight(@Nullable Object value) {
        return switch (value) {
            case Properties properties -> properties.weight;
            case Elements elements -> elements.weight;
            case null, default -> 1;
        };
    }

    private static Number number(JsonNode node) {
        if (node.isIntegralNumber() && node.canConvertToLong()) {
            long value = node.longValue();
            if (value == (int) value) {
                return (int) value;
            }
            return value;
        }
        return node.doubleValue();
    }

    private static Properties object(JsonNode node) {
        Map<String, Object> properties = LinkedHashMap.newLinkedHashMap(node.size());
        for (Map.Entry<String, JsonNode> entry : node.properties()) {
            Object value = of(entry.getValue());
            if (value != null) {
                properties.put(entry.getKey(), value);
            }
        }
        return new Properties(properties);
    }

    private static Elements array(JsonNode node) {
        @Nullable Object[] elements = new @Nullable Object[node.size()];
        for (int i = 0; i < elements.length; i++) {
            elements[i] = of(node.get(i));
        }
        return new Elements(elements);
    }

    /** An object. */
    static final class Properties extends AbstractMap<String, Object> {

        private final Map<String, Object> properties;
        private final int weight;

        Properties(Map<String, Object> properties) {
            this.properties = Collections.unmodifiableMap(properties);
            this.weight = 1 + properties.values().stream().mapToInt(Given::weight).sum();
        }

        @Override
        public @Nullable Object get(@Nullable Object key) {
            return properties.get(key);
        }

        @Override
        public boolean containsKey(@Nullable Object key) {
            return properties.containsKey(key);
        }

        @Override
        public Set<Entry<String, Object>> entrySet() {
            return properties.entrySet();
        }
    }

    /** An array. */
    static final class Elements extends AbstractList<@Nullable Object> implements RandomAccess {

        private final @Nullable Object[] elements;
        private final int weight;

        Elements(@Nullable Object[] elements) {
            this.elements = elements;
            int sum = 1;
            for (Object element : elements) {
                sum += Given.weight(element);
            }
            this.weight = sum;
        }

        @Override
        public @Nullable Object get(int index) {
            return elements[index];
        }

        @Override
        public int size() {
            return elements.length;
        }
    }
}
