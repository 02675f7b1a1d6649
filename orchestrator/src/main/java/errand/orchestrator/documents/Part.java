package errand.orchestrator.documents;

import java.util.ArrayList;
import java.util.List;

/** A piece of a string in a template. */
sealed interface Part {

    /** Text as it stands. */
    record Plain(String text) implements Part {}

    /** What stands between <code>${</code> and its closing brace. */
    record Inserted(String expression) implements Part {}

    /**
     * The parts of a string. <code>$${</code> is a literal <code>${</code>. The closing brace is
     * found by counting braces outside strings, quoted names and comments.
     */
    static List<Part> of(String text) {
        if (!text.contains("${")) {
            return List.of(new Plain(text));
        }
        List<Part> parts = new ArrayList<>();
        StringBuilder plain = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            if (text.startsWith("$${", at)) {
                plain.append("${");
                at += 3;
            } else if (text.startsWith("${", at)) {
                int end = closing(text, at + 2);
                flush(plain, parts);
                parts.add(new Inserted(text.substring(at + 2, end)));
                at = end + 1;
            } else {
                plain.append(text.charAt(at++));
            }
        }
        flush(plain, parts);
        return List.copyOf(parts);
    }

    private static void flush(StringBuilder plain, List<Part> parts) {
        if (!plain.isEmpty()) {
            parts.add(new Plain(plain.toString()));
            plain.setLength(0);
        }
    }

    private static int closing(String text, int from) {
        int depth = 1;
        int at = from;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '"' || c == '\'') {
                at = afterString(text, at, c);
            } else if (c == '`') {
                at = after(text, "`", at + 1);
            } else if (text.startsWith("/*", at)) {
                at = after(text, "*/", at + 2);
            } else {
                depth += c == '{' ? 1 : c == '}' ? -1 : 0;
                if (depth == 0) {
                    return at;
                }
                at++;
            }
        }
        throw new Unfit(
                "EXPRESSION_UNREADABLE",
                "'%s' opens an expression that has no closing brace. A literal ${ is written $${."
                        .formatted(Shown.of(text)));
    }

    private static int afterString(String text, int at, char quote) {
        for (int i = at + 1; i < text.length(); i++) {
            if (text.charAt(i) == '\\') {
                i++;
            } else if (text.charAt(i) == quote) {
                return i + 1;
            }
        }
        return text.length();
    }

    private static int after(String text, String end, int from) {
        int found = text.indexOf(end, from);
        return found < 0 ? text.length() : found + end.length();
    }
}
