package errand.orchestrator.planner;

import errand.orchestrator.plan.Documents;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What the steps of a plan found, value by value, for plans that nobody wrote an answer for: those
 * of a model and of playbooks without one. Plain, but every value is an agent's and cited.
 */
final class Findings {

    private static final int MOST_ELEMENTS = 5;
    private static final int MOST_VALUES = 8;
    private static final int LONGEST = 120;

    private final Telling telling;
    private final List<String> lines = new ArrayList<>();

    Findings(Telling telling) {
        this.telling = telling;
    }

    /** Of what was done, in order. */
    List<String> of(List<StepDone> steps) {
        for (StepDone step : steps) {
            JsonNode output = step.output();
            boolean plain = step.id().matches("[A-Za-z][A-Za-z0-9_]*");
            if (output != null
                    && output.isObject()
                    && plain
                    && step.state().toLowerCase(Locale.ROOT).equals("done")) {
                of(step.id(), output);
            }
        }
        return lines;
    }

    private void of(String step, JsonNode output) {
        Documents.Scope scope =
                new Documents.Scope("{}", Map.of(step, output.toString()), null, Instant.EPOCH);
        String root = "$out." + step;
        add(said(output, root, scope));
        for (Map.Entry<String, JsonNode> entry : output.properties()) {
            JsonNode list = entry.getValue();
            for (int i = 0; list.isArray() && i < Math.min(MOST_ELEMENTS, list.size()); i++) {
                add(said(list.get(i), "%s.`%s`[%d]".formatted(root, entry.getKey(), i), scope));
            }
        }
    }

    private void add(@Nullable String line) {
        if (line != null) {
            lines.add("· " + line);
        }
    }

    /** The values of an object that can be read out, with their names; null when there is none. */
    private @Nullable String said(JsonNode object, String at, Documents.Scope scope) {
        List<String> values = new ArrayList<>();
        for (Map.Entry<String, JsonNode> entry : object.properties()) {
            if (values.size() < MOST_VALUES && tellable(entry.getKey(), entry.getValue())) {
                String value = telling.text("${%s.`%s`}".formatted(at, entry.getKey()), scope);
                if (value != null) {
                    values.add(entry.getKey() + " " + value);
                }
            }
        }
        return values.isEmpty() ? null : String.join(", ", values);
    }

    /** Ids of offers say nothing to a person. */
    private static boolean tellable(String name, JsonNode value) {
        boolean text = value.isString() && value.stringValue().length() <= LONGEST;
        return !name.endsWith("Id")
                && name.matches("[A-Za-z][A-Za-z0-9_]*")
                && (text || value.isNumber() || Shown.isMoney(value));
    }
}
