package errand.orchestrator.planner;

import errand.orchestrator.planner.playbook.Slot;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Days, times, amounts and things as they are said back to the person. */
record SaidBack(boolean chinese) {

    /** Slots as they are said back to the person. */
    ObjectNode of(List<Slot> slots, Map<String, JsonNode> values) {
        ObjectNode said = JsonNodeFactory.instance.objectNode();
        for (Slot slot : slots) {
            JsonNode value = values.get(slot.name());
            if (value != null) {
                String text = said(slot, value);
                if (text != null) {
                    said.put(slot.name(), text);
                }
            }
        }
        return said;
    }

    private @Nullable String said(Slot slot, JsonNode value) {
        return switch (slot.type()) {
            case DATE -> day(value);
            case TIME -> window(value);
            case MONEY -> Shown.isMoney(value) ? Shown.money(value) : null;
            case ITEM -> items(value);
            case CHOICES -> choices(slot, value);
            case CITY, PLACE, NIGHTS, PEOPLE, ROOMS, QUANTITY, TEXT, CHOICE -> null;
        };
    }

    private String day(JsonNode value) {
        try {
            return Shown.day(LocalDate.parse(value.asString("")), chinese);
        } catch (java.time.DateTimeException e) {
            return value.asString("");
        }
    }

    private String window(JsonNode value) {
        String start = value.path("start").asString("");
        String end = value.path("end").asString("");
        String by = value.path("arriveBefore").asString("");
        if (!by.isEmpty()) {
            return in(by + "前到", "arriving by " + by);
        }
        if (!start.isEmpty() && !end.isEmpty()) {
            return start + "–" + end;
        }
        return start.isEmpty() ? in(end + "前", "before " + end) : in(start + "后", "after " + start);
    }

    private String items(JsonNode value) {
        List<String> all = new ArrayList<>();
        for (JsonNode item : value.values()) {
            all.add(item.path("text").asString("") + " × " + item.path("quantity").asInt(1));
        }
        return String.join(in("、", ", "), all);
    }

    private String choices(Slot slot, JsonNode value) {
        List<String> all = new ArrayList<>();
        for (JsonNode each : value.values()) {
            all.add(word(slot.options().getOrDefault(each.asString(""), List.of())));
        }
        return String.join(in("、", ", "), all);
    }

    /** The first of the words in the language of the message. */
    String word(List<String> words) {
        return words.stream()
                .filter(word -> word.codePoints().anyMatch(c -> c > 0x2E7F) == chinese)
                .findFirst()
                .orElse(words.isEmpty() ? "" : words.getFirst());
    }

    private String in(String zh, String en) {
        return chinese ? zh : en;
    }
}
