package errand.orchestrator.documents;

import com.networknt.schema.Error;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * What is known of a template or an expression before anything has run: its faults, all of them,
 * and the steps it reads.
 */
public record TemplateCheck(List<Problem> problems, Set<Reference> references, boolean usesItem) {

    /**
     * @param pointer JSON pointer inside the template
     */
    public record Problem(String pointer, String code, String message) {}

    /** A step that is read at a place. */
    public record Reference(String pointer, String step) {}

    private static final String UNKNOWN = "${…}";

    /** Keywords that look at a whole value, which is not known while something in it is not. */
    private static final Set<String> WHOLE =
            Set.of(
                    "anyOf",
                    "oneOf",
                    "not",
                    "if",
                    "then",
                    "else",
                    "contains",
                    "minItems",
                    "uniqueItems",
                    "minProperties",
                    "dependentRequired",
                    "dependentSchemas");

    public TemplateCheck {
        problems = List.copyOf(problems);
    }

    /**
     * @param schema of the input, or null when it is not known
     */
    public static TemplateCheck ofInput(JsonNode input, @Nullable String schema) {
        Template template = Template.of(input);
        List<Problem> problems = new ArrayList<>();
        template.faults()
                .forEach(it -> problems.add(new Problem(it.pointer(), it.code(), it.message())));
        if (schema != null) {
            misfits(template, schema, problems);
        }
        Set<Reference> references = new LinkedHashSet<>();
        boolean usesItem = false;
        for (Template.Insertion insertion : template.insertions()) {
            insertion
                    .expression()
                    .steps()
                    .forEach(step -> references.add(new Reference(insertion.pointer(), step)));
            usesItem |= insertion.expression().usesItem();
        }
        return new TemplateCheck(problems, references, usesItem);
    }

    /** A condition or a list: a string that is exactly one expression. */
    public static TemplateCheck ofExpression(String text) {
        TemplateCheck check = ofInput(StringNode.valueOf(text), null);
        Template.Piece root = Template.of(StringNode.valueOf(text)).root();
        if (check.problems().isEmpty() && !(root instanceof Template.Piece.Whole)) {
            return new TemplateCheck(
                    List.of(
                            new Problem(
                                    "",
                                    "EXPRESSION_EXPECTED",
                                    "'%s' is not exactly one expression ${…}."
                                            .formatted(Shown.of(text)))),
                    check.references(),
                    check.usesItem());
        }
        return check;
    }

    private static void misfits(Template template, String schema, List<Problem> problems) {
        Unknown unknown = new Unknown();
        JsonNode known = unknown.known(template.root(), "");
        // A faulty expression has a fault of its own; what it would give is as unknown as others.
        template.faults().forEach(fault -> unknown.values.add(fault.pointer()));
        try {
            List<Error> errors =
                    Schemas.of(schema)
                            .errors(known == null ? JsonNodeFactory.instance.objectNode() : known);
            errors.stream()
                    .filter(unknown::certain)
                    .sorted(Comparator.comparing(Filling::pointer).thenComparing(Error::getMessage))
                    .map(
                            it ->
                                    new Problem(
                                            Filling.pointer(it),
                                            "INPUT_INVALID",
                                            it.getMessage() + "."))
                    .distinct()
                    .forEach(problems::add);
        } catch (Unfit e) {
            problems.add(new Problem("", e.failure().code(), e.failure().message()));
        }
    }

    /** Where values are not known yet. */
    private static final class Unknown {

        private final Set<String> values = new HashSet<>();
        private final Set<String> texts = new HashSet<>();

        @Nullable JsonNode known(Template.Piece piece, String at) {
            return switch (piece) {
                case Template.Piece.Constant(JsonNode value) -> value;
                case Template.Piece.Whole whole -> {
                    values.add(at);
                    yield StringNode.valueOf(UNKNOWN);
                }
                case Template.Piece.Text text -> {
                    texts.add(at);
                    yield StringNode.valueOf(UNKNOWN);
                }
                case Template.Piece.Properties(Map<String, Template.Piece> pieces) -> {
                    ObjectNode object = JsonNodeFactory.instance.objectNode();
                    pieces.forEach((name, each) -> put(object, name, each, at));
                    yield object;
                }
                case Template.Piece.Elements(List<Template.Piece> pieces) -> {
                    ArrayNode array = JsonNodeFactory.instance.arrayNode();
                    for (int i = 0; i < pieces.size(); i++) {
                        JsonNode value = known(pieces.get(i), at + "/" + i);
                        array.add(value == null ? JsonNodeFactory.instance.nullNode() : value);
                    }
                    yield array;
                }
            };
        }

        private void put(ObjectNode object, String name, Template.Piece piece, String at) {
            String pointer = Template.child(at, name);
            JsonNode value = known(piece, pointer);
            if (value != null) {
                object.set(name, value);
            }
        }

        /** Whether an error stays whatever the unknown values turn out to be. */
        boolean certain(Error error) {
            String at = Filling.pointer(error);
            for (String up = at; ; up = up.substring(0, up.lastIndexOf('/'))) {
                if (values.contains(up)) {
                    return false;
                }
                if (up.isEmpty()) {
                    break;
                }
            }
            if (texts.contains(at)) {
                return error.getKeyword().equals("type");
            }
            boolean holds = values.stream().anyMatch(it -> it.startsWith(at + "/"));
            String path = error.getEvaluationPath().toString();
            boolean branch =
                    List.of("/anyOf/", "/oneOf/", "/not/", "/if/", "/then/", "/else/").stream()
                            .anyMatch(path::contains);
            boolean open = !values.isEmpty() || !texts.isEmpty();
            return !(holds && WHOLE.contains(error.getKeyword())) && !(open && branch);
        }
    }
}
