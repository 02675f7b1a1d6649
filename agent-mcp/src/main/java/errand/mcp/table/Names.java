package errand.mcp.table;

import errand.mcp.result.Digest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Names of capabilities, made of the names of tools.
 *
 * <p>The words of a tool's name (split at anything but letters and digits, and before capitals): a
 * verb that stands first goes last, {@code get_weather} becomes {@code weather.get}; else the first
 * word is the noun, {@code maps_direction_walking} becomes {@code maps.directionWalking}; a single
 * word stays alone. Names that two tools would share get a part of the hash of the tool's name, all
 * of them: a name never comes to mean another tool because one was added.
 */
public final class Names {

    private static final Pattern WORDS =
            Pattern.compile("[^A-Za-z0-9]+|(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])");

    private static final Set<String> VERBS =
            Set.of(
                    "add",
                    "analyze",
                    "append",
                    "apply",
                    "approve",
                    "archive",
                    "ask",
                    "assign",
                    "book",
                    "browse",
                    "build",
                    "buy",
                    "calculate",
                    "call",
                    "cancel",
                    "check",
                    "clear",
                    "click",
                    "close",
                    "commit",
                    "compare",
                    "complete",
                    "convert",
                    "copy",
                    "count",
                    "create",
                    "delete",
                    "describe",
                    "disable",
                    "download",
                    "edit",
                    "enable",
                    "execute",
                    "export",
                    "fetch",
                    "fill",
                    "find",
                    "fork",
                    "generate",
                    "get",
                    "import",
                    "insert",
                    "install",
                    "invite",
                    "list",
                    "load",
                    "lookup",
                    "make",
                    "merge",
                    "move",
                    "navigate",
                    "open",
                    "order",
                    "parse",
                    "pay",
                    "ping",
                    "place",
                    "post",
                    "publish",
                    "pull",
                    "push",
                    "put",
                    "query",
                    "read",
                    "remove",
                    "rename",
                    "reply",
                    "request",
                    "reserve",
                    "reset",
                    "resolve",
                    "restart",
                    "restore",
                    "retrieve",
                    "run",
                    "save",
                    "schedule",
                    "search",
                    "select",
                    "send",
                    "set",
                    "show",
                    "start",
                    "stop",
                    "submit",
                    "subscribe",
                    "summarize",
                    "sync",
                    "test",
                    "translate",
                    "trigger",
                    "undo",
                    "update",
                    "upload",
                    "validate",
                    "verify",
                    "view",
                    "watch",
                    "write");

    private Names() {}

    /**
     * The names of all tools of a server, without the agent's; in the order of the tools.
     *
     * @param pinned by tool, names that settings say; they win over any that is made
     * @throws IllegalArgumentException when two settings say the same name
     */
    public static Map<String, String> of(Collection<String> tools, Map<String, String> pinned) {
        Map<String, List<String>> wanted = new LinkedHashMap<>();
        Map<String, String> names = new LinkedHashMap<>();
        for (String tool : tools) {
            String name = pinned.get(tool);
            if (name == null) {
                wanted.computeIfAbsent(made(tool), any -> new ArrayList<>()).add(tool);
                names.put(tool, "");
            } else if (names.containsValue(name)) {
                throw new IllegalArgumentException(
                        "Two tools are named '%s' by settings; each needs a name of its own."
                                .formatted(name));
            } else {
                names.put(tool, name);
            }
        }
        wanted.forEach(
                (name, sharing) -> {
                    boolean alone = sharing.size() == 1 && !names.containsValue(name);
                    sharing.forEach(tool -> names.put(tool, alone ? name : apart(name, tool)));
                });
        return names;
    }

    private static String apart(String name, String tool) {
        return name + "-" + Digest.brief(tool);
    }

    /** As if the tool were the only one. */
    static String made(String tool) {
        List<String> words = new ArrayList<>();
        for (String word : WORDS.split(tool)) {
            if (!word.isEmpty()) {
                words.add(word.toLowerCase(Locale.ROOT));
            }
        }
        if (words.isEmpty()) {
            return "tool-" + Digest.brief(tool);
        }
        if (words.size() == 1) {
            return lettered(words.getFirst());
        }
        return VERBS.contains(words.getFirst())
                ? joined(words.subList(1, words.size())) + "." + words.getFirst()
                : lettered(words.getFirst()) + "." + joined(words.subList(1, words.size()));
    }

    private static String joined(List<String> words) {
        StringBuilder name = new StringBuilder(words.getFirst());
        for (String word : words.subList(1, words.size())) {
            name.append(Character.toUpperCase(word.charAt(0))).append(word, 1, word.length());
        }
        return lettered(name.toString());
    }

    /** Names begin with a letter. */
    private static String lettered(String name) {
        return Character.isDigit(name.charAt(0)) ? "n" + name : name;
    }
}
