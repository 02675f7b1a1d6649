package errand.orchestrator.draft;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Checks that are the same for every object of a draft. */
final class Forms {

    private static final Pattern SHORT = Pattern.compile("(\\d{1,9})(ms|s|m|h)");

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

    /** A time of at most a day: {@code 30s}, {@code 5m}, {@code PT30S}; null when there is none. */
    static @Nullable Duration time(
            JsonNode node, String name, String path, Faults faults, String code, String message) {
        String text = optional(node, name, path, faults);
        if (text == null) {
            return null;
        }
        Duration time = duration(text);
        if (time == null
                || time.compareTo(Duration.ofMillis(1)) < 0
                || time.compareTo(Duration.ofDays(1)) > 0) {
            faults.add(path + "/" + name, code, message.formatted(text));
            return null;
        }
        return time;
    }

    private static @Nullable Duration duration(String text) {
        Matcher matcher = SHORT.matcher(text);
        if (matcher.matches()) {
            long count = Long.parseLong(matcher.group(1));
            return switch (matcher.group(2)) {
                case "ms" -> Duration.ofMillis(count);
                case "s" -> Duration.ofSeconds(count);
                case "m" -> Duration.ofMinutes(count);
                default -> Duration.ofHours(count);
            };
        }
        try {
            return Duration.parse(text);
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
