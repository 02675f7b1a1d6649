package errand.orchestrator.documents;

import java.util.Comparator;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The input of an undo, by name: from what the step gave, else from what it was given. */
final class UndoInput {

    private UndoInput() {}

    static String of(Schemas.Compiled schema, JsonNode output, JsonNode input) {
        ObjectNode undo = JsonNodeFactory.instance.objectNode();
        for (String name : schema.json().path("properties").propertyNames()) {
            for (JsonNode source : List.of(output, input)) {
                JsonNode value = source.path(name);
                if (!undo.has(name) && !value.isMissingNode() && !value.isNull()) {
                    undo.set(name, value);
                }
            }
        }
        List<String> errors =
                schema.errors(undo).stream()
                        .sorted(Comparator.comparing(Filling::pointer))
                        .map(error -> Filling.pointer(error) + ": " + error.getMessage())
                        .toList();
        if (!errors.isEmpty()) {
            throw new Unfit(
                    "UNDO_INPUT_INVALID",
                    "Neither output nor input of the step holds what its undo needs: %s."
                            .formatted(String.join("; ", errors)));
        }
        return CanonicalJson.of(undo);
    }
}
