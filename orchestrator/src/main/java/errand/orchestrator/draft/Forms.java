package errand.orchestrator.draft;

import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Checks that are the same for every object of a draft. */
final class Forms {

    private Forms() {}

    static void unknown(JsonNode node, Set<String> known, String path, Faults faults) {
        for (String name : node.propertyNames()) {
            if (!known.contains(name)) {
                faults.add(
                        child(path, name),
                        "UNKNOWN_PROPERTY",
                        "There is no property '%s' here. There are: %s."
                                .formatted(name, String.join(", ", new TreeSet<>(known))));
            }
        }
    }

    /** A required text. */
    static @Nullable String text(JsonNode node, String name, String path, Faults faults) {
        JsonNode value = node.path(name);
        if (!value.isString() || value.stringValue().isBlank()) {
            faults.add(
                    child(path, name),
                    "MISSING",
                    "'%s' is required and is a text.".formatted(name));
            return null;
        }
        return value.stringValue();
    }

    /** A text that may be missing. */
    static @Nullable String optional(JsonNode node, String name, String path, Faults faults) {
        JsonNode value = node.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        return text(node, name, path, faults);
    }

    static String child(String path, String name) {
        return path + "/" + name.replace("~", "~0").replace("/", "~1");
    }
}
