package errand.orchestrator.documents;

import com.networknt.schema.Error;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** Puts values into a template and checks the result against a schema. Lives for one filling. */
final class Filling {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final int SHOWN_ERRORS = 5;
    private static final Set<String> PROPERTY = Set.of("required", "additionalProperties");

    private final Schemas.Compiled schema;
    private final Bindings bindings;

    /** Expressions whose value, or absence, stands at a place. */
    private final Map<String, String> sources = new LinkedHashMap<>();

    Filling(Schemas.Compiled schema, Bindings bindings) {
        this.schema = schema;
        this.bindings = bindings;
    }

    JsonNode of(Template template) {
        JsonNode filled = fill(template.root(), schema.json(), "");
        JsonNode value = filled == null ? NODES.objectNode() : filled;
        List<Error> errors = schema.errors(value);
        if (!errors.isEmpty()) {
            throw new Unfit("INPUT_INVALID", message(errors));
        }
        return value;
    }

    private @Nullable JsonNode fill(Template.Piece piece, @Nullable JsonNode expected, String at) {
        return switch (piece) {
            case Template.Piece.Constant(JsonNode value) -> value;
            case Template.Piece.Whole(Expression expression) -> whole(expression, expected, at);
            case Template.Piece.Text(List<Template.Bit> bits) -> text(bits, at);
            case Template.Piece.Properties(Map<String, Template.Piece> pieces) ->
                    properties(pieces, expected, at);
            case Template.Piece.Elements(List<Template.Piece> pieces) ->
                    elements(pieces, expected, at);
        };
    }

    private @Nullable JsonNode whole(
            Expression expression, @Nullable JsonNode expected, String at) {
        sources.put(at, expression.text());
        JsonNode value = value(expression, at);
        if (value == null) {
            return Schemas.array(expected) ? NODES.arrayNode() : null;
        }
        return fitted(value, expected);
    }

    private @Nullable JsonNode value(Expression expression, String at) {
        try {
            return expression.value(bindings);
        } catch (Unfit e) {
            throw new Unfit(e.failure().code(), "%s: %s".formatted(place(at), e.getMessage()));
        }
    }

    /** With arrays where the schema wants them: one-element results come out unwrapped. */
    private JsonNode fitted(JsonNode value, @Nullable JsonNode expected) {
        if (Schemas.array(expected)) {
            ArrayNode array = NODES.arrayNode();
            JsonNode element = Schemas.element(expected, schema.json());
            if (value instanceof ArrayNode elements) {
                elements.values().forEach(each -> array.add(fitted(each, element)));
            } else {
                array.add(fitted(value, element));
            }
            return array;
        }
        return value instanceof ObjectNode object ? fittedObject(object, expected) : value;
    }

    private JsonNode fittedObject(ObjectNode object, @Nullable JsonNode expected) {
        if (expected == null) {
            return object;
        }
        for (Map.Entry<String, JsonNode> entry : List.copyOf(object.properties())) {
            JsonNode property = Schemas.property(expected, entry.getKey(), schema.json());
            object.set(entry.getKey(), fitted(entry.getValue(), property));
        }
        for (JsonNode required : expected.path("required").values()) {
            String name = required.asString("");
            if (!object.has(name)
                    && Schemas.array(Schemas.property(expected, name, schema.json()))) {
                object.set(name, NODES.arrayNode());
            }
        }
        return object;
    }

    private JsonNode text(List<Template.Bit> bits, String at) {
        StringBuilder text = new StringBuilder();
        for (Template.Bit bit : bits) {
            Expression expression = bit.expression();
            text.append(expression == null ? bit.text() : inserted(expression, at));
        }
        return StringNode.valueOf(text.toString());
    }

    private String inserted(Expression expression, String at) {
        sources.put(at, expression.text());
        JsonNode value = value(expression, at);
        if (value == null || value.isContainer()) {
            throw new Unfit(
                    "EXPRESSION_FAILED",
                    "%s: ${%s} %s, so it cannot be put into text."
                            .formatted(
                                    place(at),
                                    Shown.of(expression.text()),
                                    value == null
                                            ? "gives nothing"
                                            : "gives an "
                                                    + (value.isArray() ? "array" : "object")));
        }
        return value.isString() ? value.stringValue() : CanonicalJson.of(value);
    }

    private JsonNode properties(
            Map<String, Template.Piece> pieces, @Nullable JsonNode expected, String at) {
        ObjectNode object = NODES.objectNode();
        pieces.forEach(
                (name, piece) -> {
                    JsonNode property = Schemas.property(expected, name, schema.json());
                    JsonNode value = fill(piece, property, Template.child(at, name));
                    if (value != null) {
                        object.set(name, value);
                    }
                });
        return object;
    }

    private JsonNode elements(List<Template.Piece> pieces, @Nullable JsonNode expected, String at) {
        ArrayNode array = NODES.arrayNode();
        JsonNode element = Schemas.element(expected, schema.json());
        for (int i = 0; i < pieces.size(); i++) {
            JsonNode value = fill(pieces.get(i), element, at + "/" + i);
            if (value != null) {
                array.add(value);
            }
        }
        return array;
    }

    private String message(List<Error> errors) {
        List<String> lines = new ArrayList<>();
        errors.stream()
                .sorted(Comparator.comparing(Filling::pointer).thenComparing(Error::getMessage))
                .limit(SHOWN_ERRORS)
                .forEach(error -> lines.add(line(error)));
        int more = errors.size() - lines.size();
        return String.join("; ", lines) + (more > 0 ? "; and " + more + " more." : ".");
    }

    private String line(Error error) {
        String source = source(pointer(error));
        String from = source == null ? "" : " (from ${%s})".formatted(Shown.of(source));
        return place(pointer(error)) + ": " + error.getMessage() + from;
    }

    /** Where an error is: for a property that is missing or too much, its own place. */
    static String pointer(Error error) {
        String at = error.getInstanceLocation().toString();
        boolean own = PROPERTY.contains(error.getKeyword()) && error.getProperty() != null;
        return own ? Template.child(at, error.getProperty()) : at;
    }

    private @Nullable String source(String at) {
        for (String up = at; !up.isEmpty(); up = up.substring(0, up.lastIndexOf('/'))) {
            if (sources.containsKey(up)) {
                return sources.get(up);
            }
        }
        return sources.get("");
    }

    private static String place(String pointer) {
        return pointer.isEmpty() ? "(whole)" : pointer;
    }
}
