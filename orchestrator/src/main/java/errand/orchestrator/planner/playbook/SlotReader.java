package errand.orchestrator.planner.playbook;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Reads what must be known for a playbook: its slots. */
record SlotReader(PlaybookFile file) {

    private static final Set<String> SLOT_KEYS =
            Set.of(
                    "type",
                    "role",
                    "optional",
                    "ask",
                    "from",
                    "default",
                    "when",
                    "options",
                    "without");
    private static final Pattern SLOT_NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,39}");

    List<Slot> read(JsonNode slots) {
        List<Slot> all = new ArrayList<>();
        for (Map.Entry<String, JsonNode> entry : slots.properties()) {
            String at = "/slots/" + entry.getKey();
            JsonNode node = entry.getValue();
            file.keys(node, at, SLOT_KEYS);
            if (!SLOT_NAME.matcher(entry.getKey()).matches() || entry.getKey().equals("say")) {
                file.fault(
                        at,
                        "'%s' is no name for a slot: letters, digits and '_'"
                                .formatted(entry.getKey()));
            }
            slot(entry.getKey(), node, at, all);
        }
        return all;
    }

    private void slot(String name, JsonNode node, String at, List<Slot> all) {
        String typeName = file.text(node, "type", at);
        SlotType type = SlotType.of(typeName).orElse(null);
        if (type == null) {
            if (!typeName.isEmpty()) {
                file.fault(
                        at + "/type",
                        "unknown slot type '%s'; there are: %s"
                                .formatted(typeName, SlotType.all()));
            }
            all.add(
                    new Slot(
                            name,
                            SlotType.TEXT,
                            "",
                            true,
                            null,
                            null,
                            null,
                            null,
                            Map.of(),
                            Map.of()));
            return;
        }
        String from = node.path("from").asString(null);
        if (from != null && !from.matches("person\\.(?:homeCity|places\\.[^.]+)")) {
            file.fault(
                    at + "/from",
                    "'%s' is no fact about a person; there are: person.homeCity, person.places.<name>"
                            .formatted(from));
        }
        boolean optional = node.path("optional").asBoolean(false);
        String fallback = file.expression(node, "default", at);
        if (!optional && fallback == null && !node.has("ask")) {
            file.fault(
                    at,
                    "slot '%s' must be known, so it needs 'ask' or 'default', or 'optional: true'"
                            .formatted(name));
        }
        all.add(
                new Slot(
                        name,
                        type,
                        node.path("role").asString(""),
                        optional,
                        file.said(node, "ask", at),
                        from,
                        fallback,
                        file.expression(node, "when", at),
                        options(node.path("options"), type, at),
                        without(node, at)));
    }

    private Map<String, String> without(JsonNode slot, String at) {
        JsonNode without = slot.path("without");
        Map<String, String> all = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> entry : without.properties()) {
            String option = entry.getKey();
            if (!slot.path("options").has(option)) {
                file.fault(
                        at + "/without/" + option,
                        "'%s' is no option of this slot".formatted(option));
            }
            String expression = file.expression(without, option, at + "/without");
            all.put(option, expression == null ? "" : expression);
        }
        return all;
    }

    private Map<String, List<String>> options(JsonNode options, SlotType type, String at) {
        Map<String, List<String>> all = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> entry : options.properties()) {
            all.put(
                    entry.getKey(),
                    entry.getValue().values().stream().map(it -> it.asString("")).toList());
        }
        if ((type == SlotType.CHOICE || type == SlotType.CHOICES) && all.isEmpty()) {
            file.fault(at, "a choice needs 'options: {VALUE: [words]}'");
        }
        return all;
    }
}
