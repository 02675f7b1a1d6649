package errand.local;

import java.io.Console;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Who answers cards and questions: {@code --yes} within its limit, or the person at the terminal.
 */
final class Agreeing {

    /** Yuan that {@code --yes} agrees to where neither a budget nor a limit is given. */
    private static final long USUAL_YUAN = 500;

    private final boolean yes;
    private final @Nullable Long limitYuan;
    private final @Nullable Console console;
    private final Map<String, Long> agreed = new HashMap<>();

    /** What is answered to a card. */
    enum Word {
        YES,
        NO,
        NOBODY_TO_ASK
    }

    Agreeing(boolean yes, @Nullable Long limitYuan, @Nullable Console console) {
        this.yes = yes;
        this.limitYuan = limitYuan;
        this.console = console;
    }

    /** A card that replaces another at a higher price is agreed to only under an explicit limit. */
    Word to(JsonNode card) {
        long total = card.path("total").path("amount").asLong();
        if (yes) {
            long before = agreed.getOrDefault(card.path("replaces").asString(""), 0L);
            boolean dearer = card.path("replaces").isString() && total > before;
            long inAll = agreed.values().stream().mapToLong(it -> it).sum() - before + total;
            if (inAll <= limit(card) && (!dearer || limitYuan != null)) {
                agreed.remove(card.path("replaces").asString(""));
                agreed.put(card.path("id").asString(""), total);
                return Word.YES;
            }
            System.err.printf(
                    dearer && limitYuan == null
                            ? "Refused: the price rose, and in all it is %.2f now (%.2f were allowed). Say --limit YUAN to agree to that.%n"
                            : "Refused: %.2f is more than --yes covers (%.2f). Say --limit YUAN to agree to more.%n",
                    inAll / 100.0,
                    limit(card) / 100.0);
            return Word.NO;
        }
        Console terminal = console;
        if (terminal == null) {
            return Word.NOBODY_TO_ASK;
        }
        String word = terminal.readLine("Agree? [y/N] ");
        return word != null
                        && word.strip()
                                .toLowerCase(java.util.Locale.ROOT)
                                .matches("y|yes|好|是|同意|确认")
                ? Word.YES
                : Word.NO;
    }

    private long limit(JsonNode card) {
        if (limitYuan != null) {
            return Math.multiplyExact(limitYuan, 100L);
        }
        JsonNode budget = card.path("budget").path("amount");
        return budget.isNumber() ? budget.asLong() : USUAL_YUAN * 100;
    }

    /** The person's answer to a question; null when there is nobody to ask. */
    @Nullable String answer(String question) {
        Console terminal = console;
        if (terminal == null) {
            return null;
        }
        String line = terminal.readLine("> ");
        return line == null || line.isBlank() ? null : line.strip();
    }
}
