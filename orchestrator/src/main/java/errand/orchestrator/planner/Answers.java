package errand.orchestrator.planner;

import errand.orchestrator.planner.language.Amounts;
import errand.orchestrator.planner.language.Numbers;
import errand.orchestrator.planner.language.Sentence;
import errand.orchestrator.planner.playbook.Playbook;
import errand.orchestrator.planner.playbook.Slot;
import errand.orchestrator.planner.playbook.SlotType;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.IntNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.StringNode;

/** What a message says to questions that are open: also bare numbers, names and places. */
final class Answers {

    private static final Pattern NUMBER =
            Pattern.compile("(?:\\d[\\d,]*(?:\\.\\d+)?|[零一二两三四五六七八九十百千万]+)\\s?[kKwW万千]?");
    private static final int MANY_PEOPLE = 100;
    private static final int LONGEST = 60;

    private final Slots slots;
    private final Playbook playbook;
    private final List<String> asked;

    Answers(Slots slots, Playbook playbook, List<String> asked) {
        this.slots = slots;
        this.playbook = playbook;
        this.asked = asked;
    }

    /** Values by slot; what the message says of slots that were not asked counts too. */
    Map<String, JsonNode> in(Sentence sentence) {
        Map<String, JsonNode> values = new LinkedHashMap<>(slots.found(playbook, sentence));
        List<Slot> open =
                playbook.slots().stream().filter(slot -> asked.contains(slot.name())).toList();
        // Whole sentences are no answers to "which text?" unless that was asked.
        playbook.slots().stream()
                .filter(slot -> slot.type() == SlotType.TEXT && !asked.contains(slot.name()))
                .forEach(slot -> values.remove(slot.name()));
        for (Slot slot : open) {
            if (!values.containsKey(slot.name())) {
                JsonNode value = bare(slot, open, sentence);
                if (value != null) {
                    values.put(slot.name(), value);
                }
            }
        }
        dropGuesses(values, open, sentence);
        return values;
    }

    /** "Beijing" to "where from?" is no destination. */
    private void dropGuesses(Map<String, JsonNode> values, List<Slot> open, Sentence sentence) {
        boolean one = slots.onlyCity(sentence) != null;
        boolean cityAsked = open.stream().anyMatch(slot -> slot.type() == SlotType.CITY);
        for (Slot slot : playbook.slots()) {
            if (one && cityAsked && slot.type() == SlotType.CITY && !asked.contains(slot.name())) {
                values.remove(slot.name());
            }
        }
    }

    private @Nullable JsonNode bare(Slot slot, List<Slot> open, Sentence sentence) {
        return switch (slot.type()) {
            case CITY ->
                    open.stream().filter(it -> it.type() == SlotType.CITY).count() == 1
                            ? slots.onlyCity(sentence)
                            : null;
            case PEOPLE, ROOMS, NIGHTS, QUANTITY -> small(sentence);
            case MONEY -> money(sentence);
            case PLACE -> single(open, SlotType.PLACE) ? place(sentence) : null;
            case TEXT ->
                    single(open, SlotType.TEXT) && open.size() == 1
                            ? StringNode.valueOf(sentence.text())
                            : null;
            case ITEM -> single(open, SlotType.ITEM) ? item(sentence, open.size() == 1) : null;
            case DATE, TIME, CHOICE, CHOICES -> null;
        };
    }

    private static boolean single(List<Slot> open, SlotType type) {
        return open.stream().filter(it -> it.type() == type).count() == 1;
    }

    private static @Nullable JsonNode small(Sentence sentence) {
        Matcher number = NUMBER.matcher(sentence.rest());
        while (number.find()) {
            BigDecimal value = Numbers.parse(number.group()).orElse(BigDecimal.ZERO);
            if (value.signum() > 0
                    && value.compareTo(BigDecimal.valueOf(MANY_PEOPLE)) < 0
                    && value.scale() <= 0) {
                return IntNode.valueOf(value.intValueExact());
            }
        }
        return null;
    }

    private static @Nullable JsonNode money(Sentence sentence) {
        Matcher number = NUMBER.matcher(sentence.rest());
        while (number.find()) {
            BigDecimal value = Numbers.parse(number.group()).orElse(BigDecimal.ZERO);
            if (value.compareTo(BigDecimal.valueOf(MANY_PEOPLE)) >= 0) {
                return Amounts.bare(number.group())
                        .map(amount -> Slots.money(amount, sentence))
                        .orElse(null);
            }
        }
        return null;
    }

    private @Nullable JsonNode place(Sentence sentence) {
        String said =
                sentence.delivery()
                        .orElse(sentence.text())
                        .replaceFirst(
                                "^(?:送到|送去|到|去|在|从|就|是|送|to |at |from |it's |it is |deliver to )+",
                                "");
        String place = said.replaceFirst("[。.!！,，]+$", "").strip();
        return place.isEmpty() || place.length() > LONGEST ? null : slots.address(place);
    }

    private static @Nullable JsonNode item(Sentence sentence, boolean alone) {
        String words = sentence.words();
        if (!alone || words.isEmpty() || words.length() > LONGEST) {
            return null;
        }
        var all = JsonNodeFactory.instance.arrayNode();
        all.addObject().put("text", words).put("quantity", 1);
        return all;
    }
}
