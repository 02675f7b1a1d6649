package errand.orchestrator.documents;

import errand.orchestrator.documents.Token.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What can be said of an expression by reading it: which variables and which steps it names, and
 * what in it is not allowed. Sees words, not meanings.
 */
final class Reading {

    static final int LENGTH = 1_000;

    private static final Set<String> ROOTS = Set.of("in", "out", "item", "person", "now");
    private static final Set<String> LAMBDA = Set.of("function", "λ");
    private static final Set<String> LITERALS = Set.of("true", "false", "null");

    private final List<Token> tokens;
    private final Set<String> own = new HashSet<>();
    private final Set<String> variables = new LinkedHashSet<>();
    private final Set<String> steps = new LinkedHashSet<>();
    private final List<String> faults = new ArrayList<>();

    private Reading(String expression) {
        tokens = Token.of(expression);
    }

    /** Variables of a plan that it names, without {@code $}. */
    Set<String> variables() {
        return variables;
    }

    /** Steps whose outputs it names. */
    Set<String> steps() {
        return steps;
    }

    List<String> faults() {
        return faults;
    }

    static Reading of(String expression) {
        Reading reading = new Reading(expression);
        reading.bounds(expression);
        reading.ownNames();
        for (int i = 0; i < reading.tokens.size(); i++) {
            reading.look(i);
        }
        return reading;
    }

    private void bounds(String expression) {
        if (expression.length() > LENGTH) {
            faults.add(
                    "has %d characters; at most %,d are allowed"
                            .formatted(expression.length(), LENGTH));
        }
        if (tokens.isEmpty()) {
            faults.add("is empty");
            return;
        }
        Token first = tokens.getFirst();
        boolean bare =
                first.kind() == Kind.NAME
                        && !LAMBDA.contains(first.text())
                        && !LITERALS.contains(first.text())
                        && !Character.isDigit(
                                first.text().isEmpty() ? '0' : first.text().charAt(0));
        if (bare) {
            faults.add(
                    "begins with '%s', but there is no root document to look it up in; begin with $in, $out.<step>, $item, $person or $now"
                            .formatted(first.text()));
        }
    }

    /**
     * Names that the expression itself gives: by {@code :=}, as parameters, by {@code @} and {@code
     * #}.
     */
    private void ownNames() {
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            boolean assigned = token.kind() == Kind.VARIABLE && next(i, ":=");
            boolean bound = i > 0 && (tokens.get(i - 1).is("@") || tokens.get(i - 1).is("#"));
            if (assigned || (bound && token.kind() == Kind.VARIABLE)) {
                give(token.text());
            } else if (LAMBDA.contains(token.text()) && next(i, "(")) {
                for (int j = i + 2; j < tokens.size() && !tokens.get(j).is(")"); j++) {
                    if (tokens.get(j).kind() == Kind.VARIABLE) {
                        give(tokens.get(j).text());
                    }
                }
            }
        }
    }

    private void give(String name) {
        if (ROOTS.contains(name) || Functions.allowed(name) || Functions.REFUSED.contains(name)) {
            faults.add("gives the name $%s, which has a meaning of its own".formatted(name));
        } else {
            own.add(name);
        }
    }

    private void look(int i) {
        Token token = tokens.get(i);
        switch (token.kind()) {
            case REGEX -> faults.add("holds a regular expression, which is not allowed");
            case VARIABLE -> variable(i, token.text());
            case OPERATOR -> operator(i, token);
            case NAME, STRING -> {}
        }
    }

    private void operator(int i, Token token) {
        if (token.is("|")) {
            faults.add("holds a transformation |…|, which is not allowed");
        } else if (token.is("?") && i > 0 && (is(i - 1, "(") || is(i - 1, ","))) {
            faults.add("leaves an argument open with '?', which is not allowed");
        }
    }

    private void variable(int i, String name) {
        boolean called = next(i, "(");
        if (name.isEmpty() || name.equals("$") || own.contains(name)) {
            return;
        }
        if (called && !Functions.allowed(name)) {
            faults.add(
                    Functions.REFUSED.contains(name)
                            ? "calls $%s(), which is not allowed: its result must be the same, and cheap, whenever the plan is looked at"
                                    .formatted(name)
                            : "calls $%s(), which is not known; there are: %s"
                                    .formatted(name, String.join(", ", Functions.names())));
        } else if (!called && ROOTS.contains(name)) {
            root(i, name);
        } else if (!called) {
            faults.add(
                    Functions.allowed(name) || Functions.REFUSED.contains(name)
                            ? "hands on $%s as a value, which is not allowed; write function($v){$%s($v)}"
                                    .formatted(name, name)
                            : "names $%s, which is not known; there are $in, $out.<step>, $item, $person and $now"
                                    .formatted(name));
        }
    }

    private void root(int i, String name) {
        variables.add(name);
        if (name.equals("out")) {
            if (i + 2 < tokens.size() && is(i + 1, ".") && names(tokens.get(i + 2))) {
                steps.add(tokens.get(i + 2).text());
            } else {
                faults.add("uses $out without a step; write $out.<step>");
            }
        }
    }

    private static boolean names(Token token) {
        return token.kind() == Kind.NAME || token.kind() == Kind.STRING;
    }

    private boolean next(int i, String operator) {
        return i + 1 < tokens.size() && is(i + 1, operator);
    }

    private boolean is(int i, String operator) {
        return tokens.get(i).is(operator);
    }
}
