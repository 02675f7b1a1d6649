package errand.orchestrator.draft;

import errand.orchestrator.draft.Draft.Otherwise;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Reads the form of one step. */
final class StepReader {

    static final Pattern ID = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,39}");

    private static final Set<String> PROPERTIES =
            Set.of(
                    "id",
                    "capability",
                    "input",
                    "needs",
                    "each",
                    "when",
                    "optional",
                    "answerWithin",
                    "onFailure");

    private final Faults faults;

    StepReader(Faults faults) {
        this.faults = faults;
    }

    Draft.Step read(JsonNode node, String path) {
        if (!node.isObject()) {
            faults.add(
                    path, "NOT_AN_OBJECT", "A step is a JSON object {id, capability, input, …}.");
        } else {
            Forms.unknown(node, PROPERTIES, path, faults);
        }
        String capability = Forms.text(node, "capability", path, faults);
        return new Draft.Step(
                path,
                id(node, path),
                capability == null ? "" : capability,
                input(node.path("input"), path + "/input"),
                needs(node.path("needs"), path + "/needs"),
                Forms.optional(node, "each", path, faults),
                Forms.optional(node, "when", path, faults),
                answerWithin(node, path),
                onFailure(node, path));
    }

    private String id(JsonNode node, String path) {
        String id = Forms.text(node, "id", path, faults);
        if (id != null && !ID.matcher(id).matches()) {
            faults.add(
                    path + "/id",
                    "STEP_ID_INVALID",
                    "'%s' is no step id: a letter, then at most 39 letters, digits or _."
                            .formatted(id));
        }
        return id == null ? "" : id;
    }

    private JsonNode input(JsonNode input, String path) {
        if (input.isMissingNode() || input.isNull()) {
            return JsonNodeFactory.instance.objectNode();
        }
        if (!input.isObject()) {
            faults.add(path, "NOT_AN_OBJECT", "An input is a JSON object.");
            return JsonNodeFactory.instance.objectNode();
        }
        return input;
    }

    private List<String> needs(JsonNode needs, String path) {
        List<String> ids = new ArrayList<>();
        if (needs.isMissingNode() || needs.isNull()) {
            return ids;
        }
        if (!needs.isArray() || needs.valueStream().anyMatch(id -> !id.isString())) {
            faults.add(path, "NEEDS_INVALID", "'needs' is an array of step ids.");
            return ids;
        }
        needs.values().forEach(id -> ids.add(id.stringValue()));
        return ids;
    }

    private @Nullable Duration answerWithin(JsonNode node, String path) {
        return Forms.time(
                node,
                "answerWithin",
                path,
                faults,
                "ANSWER_WITHIN_INVALID",
                "'%s' is no time to answer in: write 30s, 5m or PT30S, at most 24 hours.");
    }

    private Otherwise onFailure(JsonNode node, String path) {
        JsonNode optional = node.path("optional");
        if (!optional.isMissingNode() && !optional.isNull() && !optional.isBoolean()) {
            faults.add(path + "/optional", "OPTIONAL_INVALID", "'optional' is true or false.");
        }
        JsonNode given = node.path("onFailure");
        Otherwise otherwise = otherwise(given, path + "/onFailure");
        boolean skips = optional.isBoolean() && optional.booleanValue();
        if (skips && !given.isMissingNode() && !(otherwise instanceof Otherwise.Skip)) {
            faults.add(
                    path + "/onFailure",
                    "ON_FAILURE_INVALID",
                    "'optional' means onFailure \"skip\"; leave one of them out.");
        }
        return skips ? new Otherwise.Skip() : otherwise;
    }

    private Otherwise otherwise(JsonNode given, String path) {
        if (given.isMissingNode() || given.isNull()) {
            return new Otherwise.Fail();
        }
        JsonNode other = given.path("try");
        if (given.isObject() && other.isObject() && given.size() == 1) {
            Forms.unknown(other, Set.of("capability", "input"), path + "/try", faults);
            String capability = Forms.text(other, "capability", path + "/try", faults);
            return new Otherwise.Try(
                    capability == null ? "" : capability,
                    input(other.path("input"), path + "/try/input"));
        }
        return switch (given.asString("")) {
            case "fail" -> new Otherwise.Fail();
            case "skip" -> new Otherwise.Skip();
            case "revise" -> new Otherwise.Revise();
            default -> {
                faults.add(
                        path,
                        "ON_FAILURE_INVALID",
                        "'onFailure' is \"fail\", \"skip\", \"revise\" or {\"try\": {capability, input}}.");
                yield new Otherwise.Fail();
            }
        };
    }
}
