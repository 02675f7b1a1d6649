package errand.orchestrator.planner.playbook;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** A YAML file as JSON, with the line that each value stands in. */
final class YamlText {

    private static final YAMLMapper MAPPER =
            YAMLMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

    /** Why a text is no YAML. */
    record Unreadable(int line, String why) {}

    private final JsonNode root;
    private final Map<String, Integer> lines;
    private final @Nullable Unreadable unreadable;

    private YamlText(JsonNode root, Map<String, Integer> lines, @Nullable Unreadable unreadable) {
        this.root = root;
        this.lines = lines;
        this.unreadable = unreadable;
    }

    static YamlText of(String text) {
        try {
            JsonNode root = MAPPER.readTree(text);
            return new YamlText(root, lines(text), null);
        } catch (JacksonException e) {
            int line = e.getLocation() == null ? 0 : Math.max(0, e.getLocation().getLineNr());
            String why =
                    String.valueOf(e.getOriginalMessage()).lines().findFirst().orElse("unreadable");
            return new YamlText(
                    MissingNode.getInstance(), Map.of(), new Unreadable(line, why + "."));
        }
    }

    private static Map<String, Integer> lines(String text) {
        Map<String, Integer> lines = new HashMap<>();
        try (JsonParser parser = MAPPER.createParser(text)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                lines.putIfAbsent(
                        parser.streamReadContext().pathAsPointer().toString(),
                        parser.currentTokenLocation().getLineNr());
            }
        }
        return lines;
    }

    JsonNode root() {
        return root;
    }

    @Nullable Unreadable unreadable() {
        return unreadable;
    }

    /** The line of a value, or of the nearest thing around it. */
    int line(String pointer) {
        for (String up = pointer; !up.isEmpty(); up = up.substring(0, up.lastIndexOf('/'))) {
            Integer line = lines.get(up);
            if (line != null) {
                return line;
            }
        }
        return 1;
    }
}
