package errand.orchestrator.documents;

import errand.orchestrator.plan.Documents.Answer;
import errand.orchestrator.plan.Documents.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/**
 * A text with expressions in it, for a person to read: its words, and beside them each value that
 * an expression gave, so that whoever writes the text can say where the value comes from. Bounded
 * like the inputs of steps.
 */
public final class Spoken {

    private Spoken() {}

    /** Words, or a value between them. */
    public sealed interface Bit {
        record Words(String text) implements Bit {}

        /**
         * @param steps whose outputs the expression names
         * @param value null where it gave nothing
         */
        record Value(String expression, Set<String> steps, @Nullable JsonNode value)
                implements Bit {}
    }

    /** The bits of a text in order, or the first fault of an expression in it. */
    public static Answer<List<Bit>> of(String text, Scope scope) {
        try {
            Template template = Template.of(StringNode.valueOf(text));
            if (!template.faults().isEmpty()) {
                Template.Fault first = template.faults().getFirst();
                throw new Unfit(first.code(), first.message());
            }
            return new Answer.Known<>(bits(template.root(), new Bindings(scope)));
        } catch (Unfit e) {
            return new Answer.Fault<>(e.failure());
        }
    }

    /** The value of a text that is exactly one expression; null for nothing, a fault, or a text. */
    public static @Nullable JsonNode value(String expression, Scope scope) {
        return of(expression, scope) instanceof Answer.Known<List<Bit>>(List<Bit> bits)
                        && bits.size() == 1
                        && bits.getFirst() instanceof Bit.Value value
                ? value.value()
                : null;
    }

    private static List<Bit> bits(Template.Piece piece, Bindings bindings) {
        List<Bit> bits = new ArrayList<>();
        switch (piece) {
            case Template.Piece.Whole(Expression expression) ->
                    bits.add(value(expression, bindings));
            case Template.Piece.Text(List<Template.Bit> parts) -> {
                for (Template.Bit part : parts) {
                    Expression expression = part.expression();
                    bits.add(
                            expression == null
                                    ? new Bit.Words(part.text())
                                    : value(expression, bindings));
                }
            }
            case Template.Piece.Constant(JsonNode value) ->
                    bits.add(new Bit.Words(value == null ? "" : value.asString("")));
            case Template.Piece.Properties _, Template.Piece.Elements _ ->
                    throw new IllegalStateException("A text has neither properties nor elements.");
        }
        return bits;
    }

    private static Bit value(Expression expression, Bindings bindings) {
        return new Bit.Value(expression.text(), expression.steps(), expression.value(bindings));
    }
}
