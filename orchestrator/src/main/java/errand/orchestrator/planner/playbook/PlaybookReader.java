package errand.orchestrator.planner.playbook;

import errand.orchestrator.documents.TemplateCheck;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/** Reads one file. Names every fault in it with its line; a file with faults gives no playbook. */
final class PlaybookReader {

    private static final Set<String> KEYS =
            Set.of(
                    "name",
                    "says",
                    "keywords",
                    "slots",
                    "goal",
                    "budget",
                    "cannot",
                    "steps",
                    "answer");
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
    private static final Set<String> STEP_KEYS =
            Set.of(
                    "id",
                    "capability",
                    "input",
                    "needs",
                    "each",
                    "when",
                    "optional",
                    "answerWithin",
                    "onFailure",
                    "include");
    private static final Set<String> ANSWER_KEYS = Set.of("cards", "empty", "zh", "en");
    private static final Set<String> LANGUAGES = Set.of("zh", "en");
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,39}");
    private static final Pattern SLOT_NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,39}");
    private static final Pattern HOLE = Pattern.compile("\\{([^{}]*)}");

    private final String file;
    private final YamlText yaml;
    private final List<PlaybookFault> faults = new ArrayList<>();

    private PlaybookReader(String file, YamlText yaml) {
        this.file = file;
        this.yaml = yaml;
    }

    /** What one file holds. */
    record Read(@Nullable Playbook playbook, List<PlaybookFault> faults) {}

    static Read read(String file, String text) {
        YamlText yaml = YamlText.of(text);
        YamlText.Unreadable unreadable = yaml.unreadable();
        if (unreadable != null) {
            return new Read(
                    null,
                    List.of(
                            new PlaybookFault(
                                    file,
                                    unreadable.line(),
                                    "is not YAML: %s".formatted(unreadable.why()))));
        }
        PlaybookReader reader = new PlaybookReader(file, yaml);
        Playbook playbook = reader.playbook(yaml.root());
        return new Read(reader.faults.isEmpty() ? playbook : null, List.copyOf(reader.faults));
    }

    private @Nullable Playbook playbook(JsonNode root) {
        if (!root.isObject()) {
            fault("", "a playbook is a YAML object with name, says, slots, steps and answer");
            return null;
        }
        keys(root, "", KEYS);
        String name = text(root, "name", "");
        if (!name.isEmpty() && !NAME.matcher(name).matches()) {
            fault(
                    "/name",
                    "'%s' is no name: small letters, digits and '-', at most 40".formatted(name));
        }
        List<Slot> slots = slots(root.path("slots"));
        return new Playbook(
                name,
                says(root.path("says"), slots),
                keywords(root.path("keywords")),
                slots,
                root.has("goal") ? bilingual(root.path("goal"), "/goal") : null,
                expression(root, "budget", ""),
                empty(root.path("cannot"), "/cannot"),
                steps(root.path("steps")),
                root.has("answer") ? answer(root.path("answer")) : null);
    }

    private List<String> says(JsonNode says, List<Slot> slots) {
        keys(says, "/says", LANGUAGES);
        List<String> all = new ArrayList<>();
        for (Map.Entry<String, JsonNode> language : says.properties()) {
            int i = 0;
            for (JsonNode each : language.getValue().values()) {
                String at = "/says/" + language.getKey() + "/" + i++;
                Matcher holes = HOLE.matcher(each.asString(""));
                while (holes.find()) {
                    String named = holes.group(1);
                    if (slots.stream().noneMatch(slot -> slot.name().equals(named))) {
                        fault(
                                at,
                                "'{%s}' is no slot of this playbook; there are: %s"
                                        .formatted(named, names(slots)));
                    }
                }
                all.add(each.asString(""));
            }
        }
        if (all.isEmpty()) {
            fault("", "'says' is missing: {zh: [\"…\"], en: [\"…\"]}");
        }
        return all;
    }

    private static String names(List<Slot> slots) {
        return slots.isEmpty()
                ? "none"
                : String.join(", ", slots.stream().map(Slot::name).toList());
    }

    private Map<String, Double> keywords(JsonNode keywords) {
        keys(keywords, "/keywords", LANGUAGES);
        Map<String, Double> all = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> language : keywords.properties()) {
            String at = "/keywords/" + language.getKey();
            if (language.getValue().isArray()) {
                language.getValue().values().forEach(word -> all.put(word.asString(""), 2.0));
            }
            for (Map.Entry<String, JsonNode> word : language.getValue().properties()) {
                if (!word.getValue().isNumber()) {
                    fault(
                            at + "/" + word.getKey(),
                            "the weight of '%s' is a number".formatted(word.getKey()));
                }
                all.put(word.getKey(), word.getValue().asDouble(0));
            }
        }
        return all;
    }

    private List<Slot> slots(JsonNode slots) {
        List<Slot> all = new ArrayList<>();
        for (Map.Entry<String, JsonNode> entry : slots.properties()) {
            String at = "/slots/" + entry.getKey();
            JsonNode node = entry.getValue();
            keys(node, at, SLOT_KEYS);
            if (!SLOT_NAME.matcher(entry.getKey()).matches() || entry.getKey().equals("say")) {
                fault(
                        at,
                        "'%s' is no name for a slot: letters, digits and '_'"
                                .formatted(entry.getKey()));
            }
            slot(entry.getKey(), node, at, all);
        }
        return all;
    }

    private void slot(String name, JsonNode node, String at, List<Slot> all) {
        String typeName = text(node, "type", at);
        SlotType type = SlotType.of(typeName).orElse(null);
        if (type == null) {
            if (!typeName.isEmpty()) {
                fault(
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
            fault(
                    at + "/from",
                    "'%s' is no fact about a person; there are: person.homeCity, person.places.<name>"
                            .formatted(from));
        }
        boolean optional = node.path("optional").asBoolean(false);
        String fallback = expression(node, "default", at);
        if (!optional && fallback == null && !node.has("ask")) {
            fault(
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
                        node.has("ask") ? bilingual(node.path("ask"), at + "/ask") : null,
                        from,
                        fallback,
                        expression(node, "when", at),
                        options(node.path("options"), type, at),
                        without(node, at)));
    }

    private Map<String, String> without(JsonNode slot, String at) {
        JsonNode without = slot.path("without");
        Map<String, String> all = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> entry : without.properties()) {
            String option = entry.getKey();
            if (!slot.path("options").has(option)) {
                fault(
                        at + "/without/" + option,
                        "'%s' is no option of this slot".formatted(option));
            }
            String expression = expression(without, option, at + "/without");
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
            fault(at, "a choice needs 'options: {VALUE: [words]}'");
        }
        return all;
    }

    private List<JsonNode> steps(JsonNode steps) {
        Set<String> ids = new LinkedHashSet<>();
        List<JsonNode> all = new ArrayList<>();
        int i = 0;
        for (JsonNode step : steps.values()) {
            String at = "/steps/" + i++;
            keys(step, at, STEP_KEYS);
            text(step, "capability", at);
            String id = text(step, "id", at);
            if (!id.isEmpty() && !ids.add(id)) {
                fault(at + "/id", "there is a step '%s' already".formatted(id));
            }
            expression(step, "include", at);
            TemplateCheck.ofInput(step.path("input"), null)
                    .problems()
                    .forEach(it -> fault(at + "/input" + it.pointer(), it.message()));
            all.add(step);
        }
        if (all.isEmpty()) {
            fault("", "'steps' is missing: a list of {id, capability, input}");
        }
        return all;
    }

    private Answer answer(JsonNode answer) {
        keys(answer, "/answer", ANSWER_KEYS);
        Map<String, String> cards = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> card : answer.path("cards").properties()) {
            String expression = expression(answer.path("cards"), card.getKey(), "/answer/cards");
            cards.put(card.getKey(), expression == null ? "" : expression);
        }
        return new Answer(
                cards,
                empty(answer.path("empty"), "/answer/empty"),
                lines(answer, "zh"),
                lines(answer, "en"));
    }

    private List<Answer.Empty> empty(JsonNode empty, String where) {
        List<Answer.Empty> all = new ArrayList<>();
        if (empty.isMissingNode()) {
            return all;
        }
        List<JsonNode> nodes = empty.isArray() ? List.copyOf(empty.values()) : List.of(empty);
        for (int i = 0; i < nodes.size(); i++) {
            String at = empty.isArray() ? where + "/" + i : where;
            keys(nodes.get(i), at, Set.of("when", "zh", "en"));
            text(nodes.get(i), "when", at);
            String when = expression(nodes.get(i), "when", at);
            all.add(new Answer.Empty(when == null ? "" : when, bilingual(nodes.get(i), at)));
        }
        return all;
    }

    private List<Answer.Line> lines(JsonNode answer, String language) {
        JsonNode said = answer.path(language);
        String at = "/answer/" + language;
        if (said.isMissingNode()) {
            fault("/answer", "'%s' is missing: how the outcome is told".formatted(language));
        }
        List<Answer.Line> all = new ArrayList<>();
        if (said.isString()) {
            template(said, at);
            all.add(new Answer.Line(null, said.stringValue()));
        }
        int i = 0;
        for (JsonNode line : said.isArray() ? said.values() : List.<JsonNode>of()) {
            String here = at + "/" + i++;
            if (line.isObject()) {
                keys(line, here, Set.of("each", "say"));
                template(line.path("say"), here + "/say");
                all.add(new Answer.Line(expression(line, "each", here), text(line, "say", here)));
            } else {
                template(line, here);
                all.add(new Answer.Line(null, line.asString("")));
            }
        }
        return all;
    }

    private Bilingual bilingual(JsonNode node, String at) {
        if (!node.path("zh").isString() || !node.path("en").isString()) {
            fault(at, "is said in both languages: {zh: …, en: …}");
        }
        template(node.path("zh"), at + "/zh");
        template(node.path("en"), at + "/en");
        return new Bilingual(node.path("zh").asString(""), node.path("en").asString(""));
    }

    private void template(JsonNode text, String at) {
        if (text.isString()) {
            TemplateCheck.ofInput(text, null).problems().forEach(it -> fault(at, it.message()));
        }
    }

    private @Nullable String expression(JsonNode node, String key, String at) {
        JsonNode value = node.path(key);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        String text = value.isString() ? value.stringValue() : value.toString();
        if (!value.isString()) {
            return text;
        }
        TemplateCheck.ofInput(StringNode.valueOf(text), null)
                .problems()
                .forEach(it -> fault(at + "/" + key, it.message()));
        return text;
    }

    private String text(JsonNode node, String key, String at) {
        String text = node.path(key).asString("");
        if (text.isEmpty()) {
            fault(at, "'%s' is missing".formatted(key));
        }
        return text;
    }

    private void keys(JsonNode node, String at, Set<String> known) {
        if (node.isMissingNode()) {
            return;
        }
        if (!node.isObject()) {
            fault(
                    at,
                    "is to be an object with: %s"
                            .formatted(String.join(", ", known.stream().sorted().toList())));
            return;
        }
        for (String key : node.propertyNames()) {
            if (!known.contains(key)) {
                fault(
                        at + "/" + key,
                        "unknown key '%s'; known here: %s"
                                .formatted(
                                        key, String.join(", ", known.stream().sorted().toList())));
            }
        }
    }

    private void fault(String pointer, String message) {
        faults.add(new PlaybookFault(file, yaml.line(pointer), message + "."));
    }
}
