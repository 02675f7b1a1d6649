package errand.orchestrator.planner.playbook;

import errand.orchestrator.documents.TemplateCheck;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/**
 * One file while it is read: takes values out of it, and notes what is wrong with each, with its
 * line.
 */
final class PlaybookFile {

    /** What is said to people is said in both. */
    static final Set<String> LANGUAGES = Set.of("zh", "en");

    private final String name;
    private final YamlText yaml;
    private final List<PlaybookFault> faults = new ArrayList<>();

    PlaybookFile(String name, YamlText yaml) {
        this.name = name;
        this.yaml = yaml;
    }

    List<PlaybookFault> faults() {
        return List.copyOf(faults);
    }

    /** Text in both languages; nothing where the key is not there. */
    @Nullable Bilingual said(JsonNode node, String key, String at) {
        return node.has(key) ? bilingual(node.path(key), at + "/" + key) : null;
    }

    Bilingual bilingual(JsonNode node, String at) {
        if (!node.path("zh").isString() || !node.path("en").isString()) {
            fault(at, "is said in both languages: {zh: …, en: …}");
        }
        template(node.path("zh"), at + "/zh");
        template(node.path("en"), at + "/en");
        return new Bilingual(node.path("zh").asString(""), node.path("en").asString(""));
    }

    void template(JsonNode text, String at) {
        if (text.isString()) {
            TemplateCheck.ofInput(text, null).problems().forEach(it -> fault(at, it.message()));
        }
    }

    @Nullable String expression(JsonNode node, String key, String at) {
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

    String text(JsonNode node, String key, String at) {
        String text = node.path(key).asString("");
        if (text.isEmpty()) {
            fault(at, "'%s' is missing".formatted(key));
        }
        return text;
    }

    void keys(JsonNode node, String at, Set<String> known) {
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

    void fault(String pointer, String message) {
        faults.add(new PlaybookFault(name, yaml.line(pointer), message + "."));
    }
}
