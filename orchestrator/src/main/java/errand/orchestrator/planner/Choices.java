package errand.orchestrator.planner;

import errand.orchestrator.planner.playbook.Slot;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Several of a few things: those that are named, all but those that are refused, or all. */
final class Choices {

    private static final Pattern ALL =
            Pattern.compile(
                    "全部|全都|全套|所有|一条龙|(?<!不)都(?:要|订|安排|办|需要|给|帮)|[三四五]样都|[三四五]件都|\\beverything\\b|\\ball"
                            + " (?:of (?:it|them)|three|four)\\b|\\ball\\W*$|\\bthe (?:lot|whole"
                            + " (?:thing|package|lot))\\b|\\ball-?inclusive\\b",
                    Pattern.CASE_INSENSITIVE);
    private static final String ZH_NO =
            "(?:不要|不用|不需要|不必|不订|别订|别|无需|无须|除了?|没有|免|不含|不包括?)[^,，。;；!！?？]{0,8}";
    private static final String ZH_NO_AFTER =
            "[^,，。;；!！?？]{0,4}(?:不要|不用|不需要|不必|不订|自理|自己(?:订|解决|买|安排|带|来)|免了|就算了)";
    private static final String EN_NO =
            "\\b(?:no|without|except(?: for)?|but not|not|skip|don't (?:need|want|book)|do not"
                    + " (?:need|want|book)|apart from|other than|minus)(?:"
                    + " (?:the|a|any|an|need|and|or))*(?: [a-z-]+){0,2}? ";

    private Choices() {}

    static @Nullable JsonNode in(Slot slot, String text) {
        String said = text.toLowerCase(Locale.ROOT);
        List<String> named = new ArrayList<>();
        List<String> refused = new ArrayList<>();
        slot.options()
                .forEach(
                        (value, words) -> {
                            if (words.stream().anyMatch(word -> refused(word, said))) {
                                refused.add(value);
                            } else if (words.stream()
                                    .anyMatch(word -> Chooser.optionSaid(word, said))) {
                                named.add(value);
                            }
                        });
        boolean all = ALL.matcher(said).find() || named.isEmpty() && !refused.isEmpty();
        ArrayNode chosen = JsonNodeFactory.instance.arrayNode();
        slot.options().keySet().stream()
                .filter(it -> all ? !refused.contains(it) : named.contains(it))
                .forEach(chosen::add);
        return chosen.isEmpty() ? null : chosen;
    }

    /** Whether the text says that this is not wanted. */
    static boolean refused(String word, String text) {
        String quoted = Pattern.quote(word.toLowerCase(Locale.ROOT));
        boolean latin = word.chars().allMatch(c -> c < 128);
        String pattern =
                latin ? EN_NO + quoted + "s?\\b" : ZH_NO + quoted + "|" + quoted + ZH_NO_AFTER;
        return Pattern.compile(pattern).matcher(text).find();
    }
}
