package errand.bench.steps;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** How the steps of a plan depend on each other. All are no-ops. */
enum Shape {
    /** All but one side by side, then one that needs them all. */
    WIDE,
    /** Each uses what the one before gave. */
    DEEP;

    /** The plan as {@code POST /api/plans} takes it, with so many steps (at least 2). */
    String plan(int steps) {
        return "{\"goal\": \"bench: %d steps, %s\", \"steps\": [%s]}"
                .formatted(
                        steps,
                        told(),
                        IntStream.range(0, steps)
                                .mapToObj(i -> this == WIDE ? wide(i, steps) : deep(i))
                                .collect(Collectors.joining(", ")));
    }

    String told() {
        return name().toLowerCase(Locale.ROOT);
    }

    private static String wide(int i, int steps) {
        if (i < steps - 1) {
            return step(i, "", "one");
        }
        String all =
                IntStream.range(0, i)
                        .mapToObj("\"s%d\""::formatted)
                        .collect(Collectors.joining(","));
        return step(i, "\"needs\": [" + all + "], ", "${$out.s0.value}");
    }

    private static String deep(int i) {
        return step(i, "", i == 0 ? "one" : "${$out.s%d.value}".formatted(i - 1));
    }

    private static String step(int i, String needs, String value) {
        return "{\"id\": \"s%d\", \"capability\": \"bench.noop.read\", %s\"input\": {\"value\": \"%s\"}}"
                .formatted(i, needs, value);
    }
}
