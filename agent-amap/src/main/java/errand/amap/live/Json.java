package errand.amap.live;

import errand.agent.Money;
import errand.agent.TransientFailure;
import errand.runtime.live.VendorHttp;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/**
 * Reads Amap's answers: numbers may be texts, and {@code []} stands where there is nothing. What
 * lacks what must be there is malformed, which may pass.
 */
final class Json {

    private Json() {}

    /** A text or a number; empty for {@code []}, null, blank and what is not there. */
    static Optional<String> find(JsonNode node, String field) {
        JsonNode value = node.path(field);
        return value.isString() || value.isNumber()
                ? Optional.of(value.asString().strip()).filter(text -> !text.isEmpty())
                : Optional.empty();
    }

    static String text(JsonNode node, String field) {
        return find(node, field).orElseThrow(() -> malformed("lacks '%s'".formatted(field)));
    }

    static Optional<Double> findNumber(JsonNode node, String field) {
        return find(node, field).map(text -> number(field, text).doubleValue());
    }

    static double number(JsonNode node, String field) {
        return number(field, text(node, field)).doubleValue();
    }

    /** Yuan, rounded to fen. */
    static Optional<Money> yuan(JsonNode node, String field) {
        return find(node, field)
                .map(text -> number(field, text))
                .map(
                        yuan ->
                                Money.cny(
                                        yuan.movePointRight(2)
                                                .setScale(0, RoundingMode.HALF_UP)
                                                .longValueExact()));
    }

    private static BigDecimal number(String field, String text) {
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException e) {
            throw malformed("has no number in '%s'".formatted(field));
        }
    }

    /** The objects in a list; none for anything else. */
    static List<JsonNode> list(JsonNode node, String field) {
        JsonNode value = node.path(field);
        return value.isArray()
                ? StreamSupport.stream(value.spliterator(), false)
                        .filter(JsonNode::isObject)
                        .toList()
                : List.of();
    }

    static TransientFailure malformed(String how) {
        return new TransientFailure(
                VendorHttp.MALFORMED,
                "An answer of Amap %s and cannot be used; it is tried again.".formatted(how));
    }
}
