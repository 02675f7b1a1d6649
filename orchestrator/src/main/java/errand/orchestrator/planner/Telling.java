package errand.orchestrator.planner;

import errand.orchestrator.documents.Spoken;
import errand.orchestrator.plan.Documents;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Puts values into texts and keeps where each of them comes from. */
final class Telling {

    private final Map<String, JsonNode> outputs;
    private final Map<String, String> ids;
    private final boolean chinese;
    private final List<Citation> citations = new ArrayList<>();

    /**
     * @param outputs by step
     * @param ids of steps that texts know by another name
     */
    Telling(Map<String, JsonNode> outputs, Map<String, String> ids, boolean chinese) {
        this.outputs = outputs;
        this.ids = ids;
        this.chinese = chinese;
    }

    List<Citation> citations() {
        return List.copyOf(citations);
    }

    /** The text with its values, or null where one of them is missing or cannot be read out. */
    @Nullable String text(String template, Documents.Scope scope) {
        if (!(Spoken.of(template, scope)
                instanceof Documents.Answer.Known<List<Spoken.Bit>>(List<Spoken.Bit> bits))) {
            return null;
        }
        StringBuilder text = new StringBuilder();
        List<Citation> cited = new ArrayList<>();
        for (Spoken.Bit bit : bits) {
            switch (bit) {
                case Spoken.Bit.Words(String words) -> text.append(words);
                case Spoken.Bit.Value(String expression, Set<String> steps, JsonNode value) -> {
                    String shown = value == null ? null : Shown.text(value, chinese);
                    if (value == null || shown == null) {
                        return null;
                    }
                    text.append(shown);
                    cited.add(citation(expression, steps, value));
                }
            }
        }
        citations.addAll(cited);
        return text.toString();
    }

    private Citation citation(String expression, Set<String> steps, JsonNode value) {
        boolean item = expression.contains("$item");
        for (Map.Entry<String, JsonNode> output : outputs.entrySet()) {
            if (steps.contains(output.getKey()) || item) {
                String pointer = pointer(output.getValue(), value, "");
                if (pointer != null) {
                    return new Citation(
                            ids.getOrDefault(output.getKey(), output.getKey()), pointer, value);
                }
            }
        }
        String step = steps.isEmpty() ? "in" : String.join(",", steps);
        return new Citation(item && steps.isEmpty() ? "item" : step, expression, value);
    }

    /** 12 read from JSON and 12 worked out are the same, whatever type holds them. */
    private static int compared(JsonNode one, JsonNode other) {
        boolean numbers = one.isNumber() && other.isNumber();
        boolean same =
                numbers
                        ? one.decimalValue().compareTo(other.decimalValue()) == 0
                        : one.equals(other);
        return same ? 0 : 1;
    }

    /** Where a value stands in an output; null where it was worked out. */
    private static @Nullable String pointer(JsonNode in, JsonNode value, String at) {
        if (in.equals(Telling::compared, value)) {
            return at;
        }
        if (in.isObject()) {
            for (Map.Entry<String, JsonNode> entry : in.properties()) {
                String name = entry.getKey().replace("~", "~0").replace("/", "~1");
                String found = pointer(entry.getValue(), value, at + "/" + name);
                if (found != null) {
                    return found;
                }
            }
        }
        for (int i = 0; in.isArray() && i < in.size(); i++) {
            String found = pointer(in.get(i), value, at + "/" + i);
            if (found != null) {
                return found;
            }
        }
        return null;
    }
}
