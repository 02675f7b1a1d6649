package errand.orchestrator.documents;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A word of an expression. Read as JSONata's own tokenizer reads, so that rules about names hold
 * for what is run.
 *
 * @param text the name without {@code $}, the content of a string, or the operator
 */
record Token(Kind kind, String text) {

    /** What a word is. */
    enum Kind {
        NAME,
        VARIABLE,
        STRING,
        OPERATOR,
        REGEX
    }

    private static final String SPACE = " \t\n\r";
    private static final String SINGLE = ".[]{}(),@#;:?+-*/%|=<>^&!~";
    private static final Set<String> DOUBLE =
            Set.of("..", ":=", "!=", ">=", "<=", "**", "~>", "?:", "??");
    private static final Set<String> WORDS = Set.of("and", "or", "in");
    private static final Set<String> CLOSING = Set.of(")", "]", "}");

    boolean is(String operator) {
        return kind == Kind.OPERATOR && text.equals(operator);
    }

    /** All words up to the end, or up to a regular expression: what follows one is not read. */
    static List<Token> of(String text) {
        List<Token> tokens = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (SPACE.indexOf(c) >= 0) {
                at++;
            } else if (text.startsWith("/*", at)) {
                int end = text.indexOf("*/", at + 2);
                at = end < 0 ? text.length() : end + 2;
            } else if (c == '/' && wantsOperand(tokens)) {
                tokens.add(new Token(Kind.REGEX, "/"));
                return tokens;
            } else if (SINGLE.indexOf(c) >= 0) {
                at = operator(text, at, tokens);
            } else if (c == '"' || c == '\'') {
                at = string(text, at, tokens);
            } else if (c == '`') {
                at = quoted(text, at, tokens);
            } else {
                at = word(text, at, tokens);
            }
        }
        return tokens;
    }

    private static boolean wantsOperand(List<Token> tokens) {
        if (tokens.isEmpty()) {
            return true;
        }
        Token last = tokens.getLast();
        return last.kind == Kind.OPERATOR && !CLOSING.contains(last.text);
    }

    private static int operator(String text, int at, List<Token> tokens) {
        boolean two = at + 2 <= text.length() && DOUBLE.contains(text.substring(at, at + 2));
        int end = two ? at + 2 : at + 1;
        tokens.add(new Token(Kind.OPERATOR, text.substring(at, end)));
        return end;
    }

    private static int string(String text, int at, List<Token> tokens) {
        char quote = text.charAt(at);
        int end = at + 1;
        while (end < text.length() && text.charAt(end) != quote) {
            end += text.charAt(end) == '\\' ? 2 : 1;
        }
        int inside = Math.min(end, text.length());
        tokens.add(new Token(Kind.STRING, text.substring(at + 1, inside)));
        return end + 1;
    }

    private static int quoted(String text, int at, List<Token> tokens) {
        int end = text.indexOf('`', at + 1);
        int inside = end < 0 ? text.length() : end;
        tokens.add(new Token(Kind.NAME, text.substring(at + 1, inside)));
        return inside + 1;
    }

    /** A name, a variable, a number or an operator in letters. */
    private static int word(String text, int at, List<Token> tokens) {
        int end = at;
        while (end < text.length() && (SPACE + SINGLE).indexOf(text.charAt(end)) < 0) {
            end++;
        }
        String word = text.substring(at, end);
        if (word.startsWith("$")) {
            tokens.add(new Token(Kind.VARIABLE, word.substring(1)));
        } else if (WORDS.contains(word) && !wantsOperand(tokens)) {
            tokens.add(new Token(Kind.OPERATOR, word));
        } else {
            tokens.add(new Token(Kind.NAME, word));
        }
        return end;
    }
}
