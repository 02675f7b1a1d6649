package errand.orchestrator.planner;

import errand.orchestrator.planner.language.Item;
import errand.orchestrator.planner.language.Sentence;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.IntNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** How many of what is to be bought, where people say so many for each of them. */
final class HowMany {

    private static final Pattern EACH =
            Pattern.compile(
                    "每人|一人一|人手一|每个人|\\beach\\b|per person|for everyone", Pattern.CASE_INSENSITIVE);
    private static final Pattern EACH_OF_SOME = Pattern.compile("各[买订来送挑选一两\\d]");

    private HowMany() {}

    /** One for each of several is as many; "各" without a number cannot be counted. */
    static @Nullable JsonNode ofOne(Sentence sentence) {
        int people = people(sentence);
        if (each(sentence) && people > 1) {
            return IntNode.valueOf(sentence.quantity().orElse(1) * people);
        }
        return EACH_OF_SOME.matcher(sentence.text()).find()
                ? IntNode.valueOf(0)
                : sentence.quantity().map(IntNode::valueOf).orElse(null);
    }

    static @Nullable JsonNode items(Sentence sentence) {
        int people = people(sentence);
        boolean each = each(sentence);
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        for (Item item : sentence.items()) {
            int quantity =
                    item.quantity() == 0
                            ? people
                            : each ? item.quantity() * people : item.quantity();
            all.addObject().put("text", item.text()).put("quantity", quantity);
        }
        return all.isEmpty() ? null : all;
    }

    private static boolean each(Sentence sentence) {
        return EACH.matcher(sentence.text()).find();
    }

    private static int people(Sentence sentence) {
        return sentence.people().isEmpty() ? 1 : sentence.people().getFirst().value();
    }
}
