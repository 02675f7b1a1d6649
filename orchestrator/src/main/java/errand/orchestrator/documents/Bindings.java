package errand.orchestrator.documents;

import errand.orchestrator.plan.Documents.Scope;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The variables of one resolution. A document is read when an expression first names it. */
final class Bindings {

    /** Days and times are the person's; everybody is in China until profiles know better. */
    private static final ZoneOffset ZONE = ZoneOffset.ofHours(8);

    private static final DateTimeFormatter NOW =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx", java.util.Locale.ROOT);

    private final Scope scope;
    private final Map<String, @Nullable Object> outputs = new HashMap<>();
    private @Nullable Object in;
    private @Nullable Object item;

    Bindings(Scope scope) {
        this.scope = scope;
    }

    @Nullable Object of(String variable, Set<String> steps) {
        return switch (variable) {
            case "in" -> in();
            case "item" -> item();
            case "now" -> NOW.format(scope.now().atOffset(ZONE));
            case "out" -> out(steps);
            default -> null;
        };
    }

    private @Nullable Object in() {
        if (in == null) {
            in = Given.of(Json.read(scope.in(), "$in"));
        }
        return in;
    }

    private @Nullable Object item() {
        String json = scope.item();
        if (item == null && json != null) {
            item = Given.of(Json.read(json, "$item"));
        }
        return item;
    }

    private Object out(Set<String> steps) {
        Map<String, Object> named = new LinkedHashMap<>();
        for (String step : steps) {
            Object output = outputs.computeIfAbsent(step, this::output);
            if (output != null) {
                named.put(step, output);
            }
        }
        return new Given.Properties(named);
    }

    private @Nullable Object output(String step) {
        String json = scope.outputs().get(step);
        return json == null
                ? null
                : Given.of(Json.read(json, "The output of '%s'".formatted(step)));
    }
}
