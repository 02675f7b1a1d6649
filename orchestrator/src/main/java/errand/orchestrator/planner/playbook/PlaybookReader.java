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

/** Reads one file. Names every fault in it with its line; a file with faults gives no playbook. */
final class PlaybookReader {

    private static final Set<String> KEYS =
            Set.of(
                    "name",
                    "says",
                    "keywords",
                    "about",
                    "slots",
                    "example",
                    "goal",
                    "budget",
                    "cannot",
                    "steps",
                    "answer");
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
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,39}");
    private static final Pattern HOLE = Pattern.compile("\\{([^{}]*)}");

    private final PlaybookFile file;

    private PlaybookReader(PlaybookFile file) {
        this.file = file;
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
        PlaybookFile marked = new PlaybookFile(file, yaml);
        Playbook playbook = new PlaybookReader(marked).playbook(yaml.root());
        return new Read(marked.faults().isEmpty() ? playbook : null, marked.faults());
    }

    private @Nullable Playbook playbook(JsonNode root) {
        if (!root.isObject()) {
            file.fault("", "a playbook is a YAML object with name, says, slots, steps and answer");
            return null;
        }
        file.keys(root, "", KEYS);
        String name = file.text(root, "name", "");
        if (!name.isEmpty() && !NAME.matcher(name).matches()) {
            file.fault(
                    "/name",
                    "'%s' is no name: small letters, digits and '-', at most 40".formatted(name));
        }
        List<Slot> slots = new SlotReader(file).read(root.path("slots"));
        return new Playbook(
                name,
                says(root.path("says"), slots),
                keywords(root.path("keywords")),
                about(root.path("about")),
                slots,
                file.said(root, "example", ""),
                file.said(root, "goal", ""),
                file.expression(root, "budget", ""),
                empty(root.path("cannot"), "/cannot"),
                steps(root.path("steps")),
                root.has("answer") ? answer(root.path("answer")) : null);
    }

    private List<String> says(JsonNode says, List<Slot> slots) {
        file.keys(says, "/says", PlaybookFile.LANGUAGES);
        List<String> all = new ArrayList<>();
        for (Map.Entry<String, JsonNode> language : says.properties()) {
            int i = 0;
            for (JsonNode each : language.getValue().values()) {
                String at = "/says/" + language.getKey() + "/" + i++;
                Matcher holes = HOLE.matcher(each.asString(""));
                while (holes.find()) {
                    String named = holes.group(1);
                    if (slots.stream().noneMatch(slot -> slot.name().equals(named))) {
                        file.fault(
                                at,
                                "'{%s}' is no slot of this playbook; there are: %s"
                                        .formatted(named, names(slots)));
                    }
                }
                all.add(each.asString(""));
            }
        }
        if (all.isEmpty()) {
            file.fault("", "'says' is missing: {zh: [\"…\"], en: [\"…\"]}");
        }
        return all;
    }

    private static String names(List<Slot> slots) {
        return slots.isEmpty()
                ? "none"
                : String.join(", ", slots.stream().map(Slot::name).toList());
    }

    private Map<String, Double> keywords(JsonNode keywords) {
        file.keys(keywords, "/keywords", PlaybookFile.LANGUAGES);
        Map<String, Double> all = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> language : keywords.properties()) {
            String at = "/keywords/" + language.getKey();
            if (language.getValue().isArray()) {
                language.getValue().values().forEach(word -> all.put(word.asString(""), 2.0));
            }
            for (Map.Entry<String, JsonNode> word : language.getValue().properties()) {
                if (!word.getValue().isNumber()) {
                    file.fault(
                            at + "/" + word.getKey(),
                            "the weight of '%s' is a number".formatted(word.getKey()));
                }
                all.put(word.getKey(), word.getValue().asDouble(0));
            }
        }
        return all;
    }

    private List<String> about(JsonNode about) {
        file.keys(about, "/about", PlaybookFile.LANGUAGES);
        List<String> all = new ArrayList<>();
        for (Map.Entry<String, JsonNode> language : about.properties()) {
            String at = "/about/" + language.getKey();
            if (!language.getValue().isArray()) {
                file.fault(at, "'about' is a list of words: {zh: [\"…\"], en: [\"…\"]}");
            }
            for (JsonNode word : language.getValue().values()) {
                if (word.asString("").isBlank()) {
                    file.fault(at, "a word of 'about' is empty");
                } else {
                    all.add(word.asString(""));
                }
            }
        }
        return all;
    }

    private List<JsonNode> steps(JsonNode steps) {
        Set<String> ids = new LinkedHashSet<>();
        List<JsonNode> all = new ArrayList<>();
        int i = 0;
        for (JsonNode step : steps.values()) {
            String at = "/steps/" + i++;
            file.keys(step, at, STEP_KEYS);
            file.text(step, "capability", at);
            String id = file.text(step, "id", at);
            if (!id.isEmpty() && !ids.add(id)) {
                file.fault(at + "/id", "there is a step '%s' already".formatted(id));
            }
            file.expression(step, "include", at);
            TemplateCheck.ofInput(step.path("input"), null)
                    .problems()
                    .forEach(it -> file.fault(at + "/input" + it.pointer(), it.message()));
            all.add(step);
        }
        if (all.isEmpty()) {
            file.fault("", "'steps' is missing: a list of {id, capability, input}");
        }
        return all;
    }

    private Answer answer(JsonNode answer) {
        file.keys(answer, "/answer", ANSWER_KEYS);
        Map<String, String> cards = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> card : answer.path("cards").properties()) {
            String expression =
                    file.expression(answer.path("cards"), card.getKey(), "/answer/cards");
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
            file.keys(nodes.get(i), at, Set.of("when", "zh", "en"));
            file.text(nodes.get(i), "when", at);
            String when = file.expression(nodes.get(i), "when", at);
            all.add(new Answer.Empty(when == null ? "" : when, file.bilingual(nodes.get(i), at)));
        }
        return all;
    }

    private List<Answer.Line> lines(JsonNode answer, String language) {
        JsonNode said = answer.path(language);
        String at = "/answer/" + language;
        if (said.isMissingNode()) {
            file.fault("/answer", "'%s' is missing: how the outcome is told".formatted(language));
        }
        List<Answer.Line> all = new ArrayList<>();
        if (said.isString()) {
            file.template(said, at);
            all.add(new Answer.Line(null, said.stringValue()));
        }
        int i = 0;
        for (JsonNode line : said.isArray() ? said.values() : List.<JsonNode>of()) {
            String here = at + "/" + i++;
            if (line.isObject()) {
                file.keys(line, here, Set.of("each", "say"));
                file.template(line.path("say"), here + "/say");
                all.add(
                        new Answer.Line(
                                file.expression(line, "each", here), file.text(line, "say", here)));
            } else {
                file.template(line, here);
                all.add(new Answer.Line(null, line.asString("")));
            }
        }
        return all;
    }
}
