package errand.orchestrator.documents;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * JSON with <code>${…}</code> in its strings, read once. Faulty places are listed, all of them; a
 * template with faults cannot be filled.
 *
 * @param faults what is wrong in it, by JSON pointer
 * @param insertions every expression in it that is sound
 */
record Template(Piece root, List<Fault> faults, List<Insertion> insertions) {

    /** Something wrong at a place. */
    record Fault(String pointer, String code, String message) {}

    /** An expression at a place. */
    record Insertion(String pointer, Expression expression) {}

    /** A part of a template. */
    sealed interface Piece {

        /** A value without expressions; null for null, which is the same as missing. */
        record Constant(@Nullable JsonNode value) implements Piece {}

        /** A string that is one expression: the typed value. */
        record Whole(Expression expression) implements Piece {}

        /** A string with expressions in it. */
        record Text(List<Bit> bits) implements Piece {}

        record Properties(Map<String, Piece> pieces) implements Piece {}

        record Elements(List<Piece> pieces) implements Piece {}
    }

    /** Text, or an expression whose value is put in as text. */
    record Bit(String text, @Nullable Expression expression) {}

    boolean constant() {
        return root instanceof Piece.Constant;
    }

    static Template of(JsonNode json) {
        Reader reader = new Reader();
        Piece root = reader.piece(json, "");
        return new Template(root, List.copyOf(reader.faults), List.copyOf(reader.insertions));
    }

    static String child(String pointer, String name) {
        return pointer + "/" + name.replace("~", "~0").replace("/", "~1");
    }

    private static final class Reader {

        private static final Piece NOTHING = new Piece.Constant(null);

        private final List<Fault> faults = new ArrayList<>();
        private final List<Insertion> insertions = new ArrayList<>();

        Piece piece(JsonNode json, String pointer) {
            return switch (json.getNodeType()) {
                case OBJECT -> object(json, pointer);
                case ARRAY -> array(json, pointer);
                case STRING -> string(json.stringValue(), pointer);
                default -> new Piece.Constant(Values.constant(json));
            };
        }

        private Piece object(JsonNode json, String pointer) {
            Map<String, Piece> pieces = new LinkedHashMap<>();
            boolean constant = true;
            for (Map.Entry<String, JsonNode> entry : json.properties()) {
                String at = child(pointer, entry.getKey());
                if (entry.getKey().contains("${")) {
                    fault(at, "EXPRESSION_MISPLACED", "An expression cannot name a property.");
                }
                Piece piece = piece(entry.getValue(), at);
                constant &= piece instanceof Piece.Constant;
                pieces.put(entry.getKey(), piece);
            }
            return constant ? new Piece.Constant(unescaped(pieces)) : new Piece.Properties(pieces);
        }

        private static JsonNode unescaped(Map<String, Piece> pieces) {
            var node = tools.jackson.databind.node.JsonNodeFactory.instance.objectNode();
            pieces.forEach(
                    (name, piece) -> {
                        if (piece instanceof Piece.Constant(JsonNode value) && value != null) {
                            node.set(name, value);
                        }
                    });
            return node;
        }

        private Piece array(JsonNode json, String pointer) {
            List<Piece> pieces = new ArrayList<>();
            int index = 0;
            for (JsonNode element : json.values()) {
                pieces.add(piece(element, pointer + "/" + index++));
            }
            if (!pieces.stream().allMatch(Piece.Constant.class::isInstance)) {
                return new Piece.Elements(pieces);
            }
            var node = tools.jackson.databind.node.JsonNodeFactory.instance.arrayNode();
            pieces.forEach(
                    piece -> {
                        if (piece instanceof Piece.Constant(JsonNode value) && value != null) {
                            node.add(value);
                        }
                    });
            return new Piece.Constant(node);
        }

        private Piece string(String text, String pointer) {
            List<Part> parts;
            try {
                parts = Part.of(text);
            } catch (Unfit e) {
                fault(pointer, e.failure().code(), e.failure().message());
                return NOTHING;
            }
            List<Bit> bits = new ArrayList<>();
            for (Part part : parts) {
                switch (part) {
                    case Part.Plain(String plain) -> bits.add(new Bit(plain, null));
                    case Part.Inserted(String inserted) -> {
                        Expression expression = expression(inserted, pointer);
                        if (expression == null) {
                            return NOTHING;
                        }
                        bits.add(new Bit("", expression));
                    }
                }
            }
            return string(bits);
        }

        private static Piece string(List<Bit> bits) {
            if (bits.stream().allMatch(bit -> bit.expression() == null)) {
                StringBuilder text = new StringBuilder();
                bits.forEach(bit -> text.append(bit.text()));
                return new Piece.Constant(
                        tools.jackson.databind.node.StringNode.valueOf(text.toString()));
            }
            Expression first = bits.getFirst().expression();
            return bits.size() == 1 && first != null
                    ? new Piece.Whole(first)
                    : new Piece.Text(bits);
        }

        private @Nullable Expression expression(String text, String pointer) {
            return switch (Expression.of(text)) {
                case Expression.Compiled.Sound(Expression expression) -> {
                    insertions.add(new Insertion(pointer, expression));
                    yield expression;
                }
                case Expression.Compiled.Unsound unsound -> {
                    for (String why : unsound.faults()) {
                        fault(
                                pointer,
                                "EXPRESSION_REFUSED",
                                "${%s} %s.".formatted(Shown.of(text), why));
                    }
                    yield null;
                }
            };
        }

        private void fault(String pointer, String code, String message) {
            faults.add(new Fault(pointer, code, message));
        }
    }
}
