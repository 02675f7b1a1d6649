package errand.orchestrator.planner;

import errand.orchestrator.planner.language.Item;
import errand.orchestrator.planner.language.Numbers;
import errand.orchestrator.planner.language.Sentence;
import errand.orchestrator.planner.playbook.Playbook;
import errand.orchestrator.planner.playbook.Slot;
import errand.orchestrator.planner.playbook.SlotType;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.IntNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * What a message changes of one plan that runs: other values for what its playbook knows, or parts
 * to be left out. Nothing, where the message says anything besides: then it is no change of this
 * plan, or it is not understood.
 */
final class ChangeOfMind {

    private static final double TELLING = 3.0;
    private static final Pattern COUNT = Pattern.compile("(\\d+|[一二两三四五六七八九十]+)\\s*([杯碗份瓶罐个张只])");

    private final Playbook playbook;
    private final JsonNode in;
    private final Slots slots;
    private final String said;
    private final Sentence sentence;
    private final boolean marked;
    private final List<String> own = new ArrayList<>();

    ChangeOfMind(Playbook playbook, JsonNode in, Slots slots, String text, LocalDate today) {
        this.playbook = playbook;
        this.in = in;
        this.slots = slots;
        this.said = text;
        this.sentence = Sentence.of(ChangeWords.meant(text), today);
        this.marked = ChangeWords.marked(text);
    }

    /**
     * All values as they would be: those that were said in the place of the old ones. The same as
     * before where the message says what is so anyway; empty where it is no change of this plan.
     */
    Optional<Map<String, JsonNode>> values(Instant now) {
        Map<String, JsonNode> known = known(playbook, in);
        Map<String, JsonNode> wanted = new LinkedHashMap<>(known);
        Map<String, JsonNode> found = found(known);
        found.values().removeIf(JsonNode::isMissingNode);
        boolean leaves = leavesOut(known, wanted);
        if ((found.isEmpty() && !leaves) || !understood(found, leaves)) {
            return Optional.empty();
        }
        wanted.putAll(found);
        Following.of(playbook, known, found, wanted, now);
        return Optional.of(wanted);
    }

    /** Values of slots in the {@code in} of a plan that was drafted from them. */
    static Map<String, JsonNode> known(Playbook playbook, JsonNode in) {
        Map<String, JsonNode> known = new LinkedHashMap<>();
        for (Slot slot : playbook.slots()) {
            if (in.has(slot.name())) {
                known.put(slot.name(), in.path(slot.name()));
            }
        }
        return known;
    }

    /** Whether this playbook is named; of several plans that could be meant it is this one. */
    boolean named() {
        return playbook.about().stream().anyMatch(word -> Chooser.optionSaid(word, said))
                || telling().stream().anyMatch(word -> Chooser.optionSaid(word, said));
    }

    private List<String> telling() {
        return playbook.keywords().entrySet().stream()
                .filter(word -> word.getValue() >= TELLING && !word.getKey().contains("…"))
                .map(Map.Entry::getKey)
                .toList();
    }

    private Map<String, JsonNode> found(Map<String, JsonNode> known) {
        Map<String, JsonNode> found = new LinkedHashMap<>(slots.found(playbook, sentence));
        for (Slot slot : playbook.slots()) {
            JsonNode value = found.get(slot.name());
            switch (slot.type()) {
                case TEXT, CHOICES -> found.remove(slot.name());
                case CITY -> keepWhen(marked, slot, found);
                case ITEM -> items(slot, known, found);
                case PEOPLE -> people(slot, known, found);
                case CHOICE -> {
                    if (value != null && refused(slot, value.asString(""))) {
                        found.remove(slot.name());
                    } else if (value != null) {
                        own.addAll(slot.options().getOrDefault(value.asString(""), List.of()));
                    }
                }
                case MONEY -> {
                    if (value != null) {
                        found.put(slot.name(), forAll(value, known));
                    }
                }
                case PLACE -> place(slot, value, found);
                case DATE, TIME, NIGHTS, ROOMS, QUANTITY -> {}
            }
        }
        return found;
    }

    private static void keepWhen(boolean kept, Slot slot, Map<String, JsonNode> found) {
        if (!kept) {
            found.remove(slot.name());
        }
    }

    /** Not the ends of a way; what was said of it is understood. */
    private void place(Slot slot, @Nullable JsonNode value, Map<String, JsonNode> found) {
        if (value != null) {
            sentence.delivery().ifPresent(own::add);
            sentence.recipient().ifPresent(own::add);
            if (slot.role().equals("from") || slot.role().equals("to")) {
                found.remove(slot.name());
            }
        }
    }

    /** So many for each is so many for all of them. */
    private static JsonNode forAll(JsonNode money, Map<String, JsonNode> known) {
        if (!money.has("per")) {
            return money;
        }
        JsonNode people = known.get("people");
        return JsonNodeFactory.instance
                .objectNode()
                .put(
                        "amount",
                        money.path("amount").asLong() * (people == null ? 1 : people.asInt(1)))
                .put("currency", money.path("currency").asString("CNY"));
    }

    /** "改成三张": where only people are counted, a number counts them. */
    private void people(Slot slot, Map<String, JsonNode> known, Map<String, JsonNode> found) {
        boolean counts =
                playbook.slots().stream()
                        .anyMatch(
                                it -> it.type() == SlotType.QUANTITY || it.type() == SlotType.ITEM);
        if (!found.containsKey(slot.name())
                && known.containsKey(slot.name())
                && marked
                && !counts) {
            sentence.quantity()
                    .filter(number -> number > 0)
                    .ifPresent(number -> found.put(slot.name(), IntNode.valueOf(number)));
        }
    }

    /** Other things, or more of the one thing that there is. */
    private void items(Slot slot, Map<String, JsonNode> known, Map<String, JsonNode> found) {
        found.remove(slot.name());
        JsonNode before = known.get(slot.name());
        Matcher count = COUNT.matcher(sentence.text());
        boolean counted = count.find();
        List<Item> items = sentence.items();
        String word = counted ? count.group() : "";
        if (!marked || before == null) {
            return;
        }
        if (counted
                && ChangeWords.nothingElse(sentence.unread(), List.of(word), true, false, false)) {
            own.add(word);
            if (before.size() == 1) {
                ArrayNode one = JsonNodeFactory.instance.arrayNode();
                int many = Numbers.parse(count.group(1)).orElse(BigDecimal.ONE).intValue();
                one.addObject()
                        .put("text", before.path(0).path("text").asString(""))
                        .put("quantity", many);
                found.put(slot.name(), one);
            }
        } else if (!items.isEmpty()) {
            JsonNode value = HowMany.items(sentence);
            items.forEach(item -> own.add(item.text()));
            while (counted) {
                own.add(count.group());
                counted = count.find();
            }
            if (value != null) {
                found.put(slot.name(), value);
            }
        }
    }

    /** Parts that are said to be left out, or to be there besides. */
    private boolean leavesOut(Map<String, JsonNode> known, Map<String, JsonNode> wanted) {
        boolean leaves = false;
        for (Slot slot : playbook.slots()) {
            JsonNode before = known.get(slot.name());
            if (slot.type() == SlotType.CHOICE
                    && before != null
                    && refused(slot, before.asString(""))) {
                wanted.remove(slot.name());
                own.addAll(slot.options().getOrDefault(before.asString(""), List.of()));
                leaves = true;
            } else if (slot.type() == SlotType.CHOICES && before != null) {
                leaves |= parts(slot, before, wanted);
            }
        }
        return leaves;
    }

    private boolean parts(Slot slot, JsonNode before, Map<String, JsonNode> wanted) {
        List<String> old = before.valueStream().map(it -> it.asString("")).toList();
        ArrayNode parts = JsonNodeFactory.instance.arrayNode();
        boolean leaves = false;
        boolean only = ChangeWords.only(said);
        for (String option : slot.options().keySet()) {
            List<String> words = slot.options().getOrDefault(option, List.of());
            boolean named = words.stream().anyMatch(word -> Chooser.optionSaid(word, said));
            boolean no = named && refused(slot, option);
            boolean more = named && !no && (only || ChangeWords.adds(said));
            boolean stays = old.contains(option) && !no && !(only && !named);
            if (named) {
                own.addAll(words);
                playbook.keywords().keySet().stream()
                        .filter(word -> words.stream().anyMatch(word::contains))
                        .forEach(own::add);
                leaves |= no || more;
            }
            if (stays || more) {
                parts.add(option);
            }
        }
        if (leaves) {
            wanted.put(slot.name(), parts);
        }
        return leaves;
    }

    private boolean refused(Slot slot, String option) {
        String text = ChangeWords.refusing(said);
        return slot.options().getOrDefault(option, List.of()).stream()
                .anyMatch(word -> Choices.refused(word, text));
    }

    /** Nothing else was said; without a word that says so only one thing is changed. */
    private boolean understood(Map<String, JsonNode> found, boolean leaves) {
        List<String> words = new ArrayList<>(own);
        if (marked || leaves) {
            words.addAll(playbook.about());
            words.addAll(telling());
        }
        boolean brings =
                found.keySet().stream()
                        .map(playbook::slot)
                        .anyMatch(slot -> slot != null && slot.type() == SlotType.PLACE);
        return (marked || leaves || found.size() == 1)
                && ChangeWords.nothingElse(
                        sentence.unread(), words, marked || leaves || brings, leaves, brings);
    }
}
