package errand.mcp.result;

import errand.agent.Outcome;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What a tool returned, as the outcome of a task. */
public final class Results {

    /** Output of a tool that promises none. */
    public static final String SCHEMA =
            """
            {"type":"object","properties":{\
            "text":{"type":"string","description":"What the tool said in words; empty when it gave JSON only"},\
            "structured":{"description":"The JSON that the tool gave (结构化结果), as it gave it"},\
            "items":{"type":"array","description":"What can be cited: each has an id and, inside structured, a path",\
            "items":{"type":"object","properties":{\
            "id":{"type":"string"},"kind":{"type":"string","enum":["json","text","image","audio","resource","link"]},\
            "path":{"type":"string"},"name":{"type":"string"},"uri":{"type":"string"},\
            "mimeType":{"type":"string"},"bytes":{"type":"integer"}},"required":["id","kind"]}},\
            "truncated":{"type":"boolean","description":"Whether something was too large and is missing"}},\
            "required":["text","truncated"]}""";

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int LONGEST_ERROR = 2_000;

    private Results() {}

    /**
     * The outcome of a call.
     *
     * @param result as in the protocol: {@code {content, structuredContent?, isError?}}
     * @param promises whether the output must be the structured content itself
     * @param lang of the person, for what the tool does not say itself
     */
    public static Outcome<JsonNode> of(JsonNode result, boolean promises, String lang) {
        List<String> texts = new ArrayList<>();
        ArrayNode references = JsonNodeFactory.instance.arrayNode();
        result.path("content").forEach(block -> read(block, texts, references));
        if (result.path("isError").asBoolean(false)) {
            return Outcome.refused("TOOL_ERROR", error(texts, lang));
        }
        JsonNode given = result.path("structuredContent");
        JsonNode structured = given.isContainer() ? given : json(texts);
        if (given.isContainer()) {
            texts.removeIf(text -> given.equals(container(text)));
        }
        return Outcome.done(
                promises && structured != null
                        ? structured
                        : generic(structured, texts, references));
    }

    private static String error(List<String> texts, String lang) {
        String said = String.join("\n", texts).strip();
        if (!said.isEmpty()) {
            return Fitting.text(said, LONGEST_ERROR);
        }
        return lang.startsWith("zh")
                ? "该工具报告执行失败，没有说明原因。可以换一种方式，或稍后再试。"
                : "The tool says that it failed, and not why. Try another way, or later.";
    }

    /** Texts that are JSON; they are taken out of the list. */
    private static @Nullable JsonNode json(List<String> texts) {
        List<JsonNode> found = new ArrayList<>();
        texts.removeIf(
                text -> {
                    JsonNode tree = container(text);
                    if (tree != null) {
                        found.add(tree);
                    }
                    return tree != null;
                });
        return switch (found.size()) {
            case 0 -> null;
            case 1 -> found.getFirst();
            default -> JSON.valueToTree(found);
        };
    }

    /** An object or a list; a text that is a number or a word stays a text. */
    private static @Nullable JsonNode container(String text) {
        String stripped = text.strip();
        if (!stripped.startsWith("{") && !stripped.startsWith("[")) {
            return null;
        }
        try {
            return JSON.readTree(stripped);
        } catch (JacksonException notJson) {
            return null;
        }
    }

    private static ObjectNode generic(
            @Nullable JsonNode structured, List<String> texts, ArrayNode references) {
        ObjectNode output = JsonNodeFactory.instance.objectNode();
        String whole = String.join("\n\n", texts);
        String text = Fitting.text(whole, Fitting.MOST_TEXT);
        boolean truncated = text.length() < whole.length();
        JsonNode fitting = structured == null ? null : Fitting.structured(structured);
        if (structured != null && fitting == null) {
            String beginning = text.isEmpty() ? structured.toString() : text;
            text = Fitting.text(beginning, Fitting.MOST_TEXT);
            truncated = true;
        }
        output.put("text", text);
        ArrayNode items = JsonNodeFactory.instance.arrayNode();
        if (fitting != null) {
            truncated |= !fitting.equals(structured);
            output.set("structured", fitting);
            items.addAll(Items.of(fitting, "structured"));
        } else if (!text.isEmpty()) {
            items.addObject().put("id", id(text)).put("kind", "text").put("path", "text");
        }
        references.forEach(items::add);
        while (items.size() > Items.MOST || Fitting.bytes(items) > Fitting.MOST_ITEMS) {
            items.remove(items.size() - 1);
            truncated = true;
        }
        output.set("items", items);
        return output.put("truncated", truncated);
    }

    private static void read(JsonNode block, List<String> texts, ArrayNode references) {
        switch (block.path("type").asString("")) {
            case "text" -> texts.add(block.path("text").asString(""));
            case "image", "audio" -> data(block, block.path("data").asString(""), references);
            case "resource" -> resource(block.path("resource"), texts, references);
            case "resource_link" -> link(block, references);
            default -> {
                // A kind of a newer protocol; nothing is known of it.
            }
        }
    }

    /** Bytes are told of, not kept: an output has no room for them. */
    private static void data(JsonNode block, String base64, ArrayNode references) {
        ObjectNode item = references.addObject();
        item.put("id", id(base64)).put("kind", block.path("type").asString());
        copy(block, item, "mimeType");
        item.put("bytes", base64.length() / 4 * 3);
    }

    private static void resource(JsonNode resource, List<String> texts, ArrayNode references) {
        ObjectNode item = references.addObject();
        String content = resource.path("text").asString(resource.path("blob").asString(""));
        item.put("id", resource.path("uri").asString(id(content))).put("kind", "resource");
        copy(resource, item, "uri", "mimeType");
        if (resource.path("text").isString()) {
            texts.add(content);
            item.put("bytes", content.getBytes(StandardCharsets.UTF_8).length);
        } else {
            item.put("bytes", content.length() / 4 * 3);
        }
    }

    private static void link(JsonNode block, ArrayNode references) {
        ObjectNode item = references.addObject();
        String uri = block.path("uri").asString("");
        item.put("id", uri.isEmpty() ? id(block.toString()) : uri).put("kind", "link");
        copy(block, item, "uri", "name", "mimeType");
    }

    private static void copy(JsonNode from, ObjectNode to, String... names) {
        for (String name : names) {
            if (from.path(name).isString()) {
                to.put(name, Fitting.text(from.path(name).asString(), LONGEST_ERROR));
            }
        }
    }

    private static String id(String content) {
        return Digest.id(content.getBytes(StandardCharsets.UTF_8));
    }
}
