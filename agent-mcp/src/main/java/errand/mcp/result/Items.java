package errand.mcp.result;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What can be cited of JSON that a tool returned: each object of each list in it, or the whole
 * where there is no list; with an id and where it stands.
 *
 * <p>The id is the object's own ({@code id}, else the first {@code *_id} or {@code *Id}) where all
 * of its list have one and no two the same; else a hash of the object, whatever the order of its
 * properties. The same object has the same id on every run.
 */
final class Items {

    /** Items of one output; what is beyond can be read, not cited by id. */
    static final int MOST = 200;

    private static final int DEEPEST = 6;
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_ID = 128;
    private static final List<String> NAMES = List.of("name", "title", "label", "subject");

    private final ArrayNode items = JsonNodeFactory.instance.arrayNode();
    private final Set<String> ids = new HashSet<>();

    private Items() {}

    /**
     * @param at what stands before each path, such as {@code structured}
     */
    static ArrayNode of(JsonNode structured, String at) {
        Items found = new Items();
        found.lists(structured, at, 0);
        if (found.items.isEmpty() && structured.isObject()) {
            found.add((ObjectNode) structured, at, ownKey(List.of(structured)));
        }
        return found.items;
    }

    private void lists(JsonNode node, String at, int depth) {
        if (depth > DEEPEST) {
            return;
        }
        if (node instanceof ArrayNode list) {
            List<JsonNode> objects = list.valueStream().filter(JsonNode::isObject).toList();
            String key = ownKey(objects);
            for (int i = 0; i < list.size() && items.size() < MOST; i++) {
                String here = "%s[%d]".formatted(at, i);
                if (list.get(i) instanceof ObjectNode object) {
                    add(object, here, key);
                }
                lists(list.get(i), here, depth + 1);
            }
        } else if (node.isObject()) {
            for (Map.Entry<String, JsonNode> entry : node.properties()) {
                lists(entry.getValue(), at + "." + quoted(entry.getKey()), depth + 1);
            }
        }
    }

    private void add(ObjectNode object, String path, String key) {
        ObjectNode item = items.addObject();
        String own = key.isEmpty() ? Digest.id(canonical(object)) : object.path(key).asString();
        String id = own;
        for (int same = 2; !ids.add(id); same++) {
            id = own + "#" + same;
        }
        item.put("id", id).put("kind", "json").put("path", path);
        NAMES.stream()
                .map(object::path)
                .filter(JsonNode::isString)
                .findFirst()
                .ifPresent(name -> item.put("name", cut(name.asString())));
    }

    private static String cut(String name) {
        return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME - 1) + "…";
    }

    /** The property that tells all of these apart; empty when none does. */
    private static String ownKey(List<JsonNode> objects) {
        if (objects.isEmpty()) {
            return "";
        }
        Set<String> keys = new LinkedHashSet<>(List.of("id"));
        objects.getFirst().propertyNames().stream()
                .filter(name -> name.endsWith("_id") || name.endsWith("Id"))
                .forEach(keys::add);
        return keys.stream().filter(key -> tellsApart(key, objects)).findFirst().orElse("");
    }

    private static boolean tellsApart(String key, List<JsonNode> objects) {
        Set<String> values = new HashSet<>();
        return objects.stream()
                .map(object -> object.path(key))
                .allMatch(
                        value ->
                                (value.isString() && !value.asString().isEmpty()
                                                || value.isIntegralNumber())
                                        && value.asString().length() <= LONGEST_ID
                                        && values.add(value.asString()));
    }

    /** A name as it stands in an expression. */
    static String quoted(String name) {
        return name.matches("[A-Za-z_][A-Za-z0-9_]*") ? name : "`" + name + "`";
    }

    private static byte[] canonical(JsonNode node) {
        return sorted(node).toString().getBytes(StandardCharsets.UTF_8);
    }

    private static JsonNode sorted(JsonNode node) {
        if (node instanceof ObjectNode object) {
            Map<String, JsonNode> byName = new TreeMap<>();
            object.properties().forEach(each -> byName.put(each.getKey(), sorted(each.getValue())));
            return JsonMapper.shared().valueToTree(byName);
        }
        if (node instanceof ArrayNode list) {
            List<JsonNode> all = new ArrayList<>();
            list.forEach(each -> all.add(sorted(each)));
            return JsonMapper.shared().valueToTree(all);
        }
        return node;
    }
}
