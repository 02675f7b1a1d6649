package errand.orchestrator.documents;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * JSON as RFC 8785 writes it: the same value is the same text everywhere. Names are sorted by
 * UTF-16 units, numbers are written as ECMAScript does, nothing is escaped that need not be.
 *
 * <p>Stricter than the RFC in one point: an integer that a double cannot hold is refused instead of
 * being rounded.
 */
public final class CanonicalJson {

    /** The largest integer n such that n and all below it are exact as doubles: 2^53 − 1. */
    static final long EXACT = (1L << 53) - 1;

    private CanonicalJson() {}

    /** A number that cannot be written without changing it. */
    public static final class NotExact extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NotExact(String number) {
            super(
                    "%s cannot be kept exactly as a JSON number; long ids are written as strings."
                            .formatted(number),
                    null,
                    false,
                    false);
        }
    }

    public static String of(JsonNode node) {
        StringBuilder out = new StringBuilder();
        write(node, out);
        return out.toString();
    }

    private static void write(JsonNode node, StringBuilder out) {
        switch (node.getNodeType()) {
            case OBJECT -> writeObject(node, out);
            case ARRAY -> writeArray(node, out);
            case STRING -> writeString(node.stringValue(), out);
            case NUMBER -> out.append(number(node));
            case BOOLEAN -> out.append(node.booleanValue());
            case NULL, MISSING -> out.append("null");
            case BINARY, POJO -> throw new IllegalArgumentException("Not JSON: " + node);
        }
    }

    private static void writeObject(JsonNode node, StringBuilder out) {
        List<String> names = new ArrayList<>(node.propertyNames());
        Collections.sort(names);
        out.append('{');
        String comma = "";
        for (String name : names) {
            out.append(comma);
            writeString(name, out);
            out.append(':');
            write(node.get(name), out);
            comma = ",";
        }
        out.append('}');
    }

    private static void writeArray(JsonNode node, StringBuilder out) {
        out.append('[');
        String comma = "";
        for (JsonNode element : node.values()) {
            out.append(comma);
            write(element, out);
            comma = ",";
        }
        out.append(']');
    }

    private static void writeString(String text, StringBuilder out) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\b' -> out.append("\\b");
                case '\f' -> out.append("\\f");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (c < ' ') {
                        out.append("\\u00").append(c < 16 ? '0' : '1');
                        out.append(Character.forDigit(c & 15, 16));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }

    private static String number(JsonNode node) {
        if (node.isIntegralNumber()) {
            return integer(node.bigIntegerValue());
        }
        return number(node.doubleValue());
    }

    private static String integer(BigInteger value) {
        if (value.bitLength() > 63 || Math.abs(value.longValue()) > EXACT) {
            throw new NotExact(value.toString());
        }
        return value.toString();
    }

    /** ECMAScript's {@code Number::toString}. */
    static String number(double value) {
        if (!Double.isFinite(value)) {
            throw new NotExact(Double.toString(value));
        }
        if (value == Math.rint(value) && Math.abs(value) <= EXACT) {
            return Long.toString((long) value);
        }
        BigDecimal shortest = shortest(Math.abs(value));
        String digits = shortest.unscaledValue().toString();
        String text = layOut(digits, digits.length() - shortest.scale());
        return value < 0 ? "-" + text : text;
    }

    /** The shortest digits that are read back as this number; Java never writes less than two. */
    private static BigDecimal shortest(double value) {
        BigDecimal java = new BigDecimal(Double.toString(value)).stripTrailingZeros();
        if (java.precision() != 2) {
            return java;
        }
        BigDecimal exact = new BigDecimal(value);
        BigDecimal best = java;
        for (RoundingMode mode : List.of(RoundingMode.DOWN, RoundingMode.UP)) {
            BigDecimal one = exact.round(new java.math.MathContext(1, mode));
            boolean closer =
                    best.precision() > 1
                            || one.subtract(exact).abs().compareTo(best.subtract(exact).abs()) < 0;
            if (one.doubleValue() == value && closer) {
                best = one.stripTrailingZeros();
            }
        }
        return best;
    }

    /**
     * @param point how many of the digits stand before the decimal point
     */
    private static String layOut(String digits, int point) {
        int count = digits.length();
        if (count <= point && point <= 21) {
            return digits + "0".repeat(point - count);
        }
        if (0 < point && point <= 21) {
            return digits.substring(0, point) + "." + digits.substring(point);
        }
        if (-6 < point && point <= 0) {
            return "0." + "0".repeat(-point) + digits;
        }
        String exponent = (point - 1 < 0 ? "e-" : "e+") + Math.abs(point - 1);
        return count == 1
                ? digits + exponent
                : digits.charAt(0) + "." + digits.substring(1) + exponent;
    }
}
