package errand.mcp.table;

import errand.agent.Effect;
import errand.agent.Maturity;
import errand.agent.OwnSchemas;
import errand.mcp.client.Offers;
import errand.mcp.client.Tool;
import errand.mcp.result.Results;
import errand.mcp.settings.ServerSettings;
import errand.mcp.settings.ToolSettings;
import errand.runtime.schema.JsonSchemas;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The tools of a server as rows of a table.
 *
 * @param rows in the server's order
 * @param leftOut tools that cannot become capabilities, with why
 */
public record Rows(List<Row> rows, Map<String, String> leftOut) {

    /** Tools of one server that become capabilities; the directory and a model read all of them. */
    static final int MOST_TOOLS = 256;

    /** Characters of a description. */
    static final int LONGEST_DESCRIPTION = 1_000;

    public Rows {
        rows = List.copyOf(rows);
        leftOut = Map.copyOf(leftOut);
    }

    /**
     * @throws IllegalArgumentException when settings contradict what the server has
     */
    public static Rows of(ServerSettings server, Offers offers, JsonSchemas schemas) {
        Map<String, Tool> shown = new LinkedHashMap<>();
        Map<String, OwnSchemas> usable = new LinkedHashMap<>();
        Map<String, String> leftOut = new LinkedHashMap<>();
        for (Tool tool : offers.tools()) {
            if (server.tool(tool.name()).hidden()) {
                continue;
            }
            try {
                if (shown.size() >= MOST_TOOLS) {
                    throw new IllegalArgumentException(
                            "a server may have %d tools".formatted(MOST_TOOLS));
                }
                usable.put(tool.name(), schemas(tool, schemas));
                shown.put(tool.name(), tool);
            } catch (IllegalArgumentException e) {
                leftOut.put(tool.name(), String.valueOf(e.getMessage()));
            }
        }
        Map<String, String> names = Names.of(shown.keySet(), pinned(server));
        List<Row> rows = new ArrayList<>();
        usable.forEach(
                (name, own) ->
                        rows.add(row(server, Objects.requireNonNull(shown.get(name)), names, own)));
        return new Rows(rows, leftOut);
    }

    private static Map<String, String> pinned(ServerSettings server) {
        Map<String, String> pinned = new LinkedHashMap<>();
        server.tools()
                .forEach(
                        (tool, said) -> {
                            String name = said.name();
                            if (name != null) {
                                pinned.put(tool, name);
                            }
                        });
        return pinned;
    }

    private static OwnSchemas schemas(Tool tool, JsonSchemas schemas) {
        JsonNode promised = tool.outputSchema();
        String input = usable("input", tool.inputSchema(), schemas);
        return new OwnSchemas(
                input, promised == null ? Results.SCHEMA : usable("output", promised, schemas));
    }

    private static String usable(String which, JsonNode schema, JsonSchemas schemas) {
        try {
            String text = SafeSchema.of(schema);
            String why = schemas.unusable(text).orElse(null);
            if (why != null) {
                throw new IllegalArgumentException(why);
            }
            return text;
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "its %s schema cannot be used: %s".formatted(which, e.getMessage()), e);
        }
    }

    private static Row row(
            ServerSettings server, Tool tool, Map<String, String> names, OwnSchemas schemas) {
        ToolSettings said = server.tool(tool.name());
        Effect effect = said.effect() == null ? effect(server, tool) : said.effect();
        Maturity usual = effect == Effect.READ ? Maturity.AUTO : Maturity.CONFIRM;
        return new Row(
                tool.name(),
                Objects.requireNonNull(names.get(tool.name())),
                described(server, tool, said),
                effect,
                Objects.requireNonNullElse(said.maturity(), usual),
                Objects.requireNonNullElse(said.answersWithin(), server.answersWithin()),
                undo(tool, said, names),
                server.trustAnnotations() && Boolean.TRUE.equals(tool.idempotent()),
                tool.outputSchema() != null,
                schemas);
    }

    /** What is not known to only read binds the person; nothing is guessed to hold or to pay. */
    private static Effect effect(ServerSettings server, Tool tool) {
        Effect all = server.effect();
        if (all != null) {
            return all;
        }
        boolean reads =
                server.trustAnnotations()
                        && Boolean.TRUE.equals(tool.readOnly())
                        && !Boolean.TRUE.equals(tool.destructive());
        return reads ? Effect.READ : Effect.COMMIT;
    }

    private static @Nullable String undo(Tool tool, ToolSettings said, Map<String, String> names) {
        String by = said.undoneBy();
        if (by == null) {
            return null;
        }
        String name = names.get(by);
        if (name == null) {
            throw new IllegalArgumentException(
                    "Tool '%s' is said to be undone by '%s', which is not here. Here are: %s."
                            .formatted(tool.name(), by, String.join(", ", names.keySet())));
        }
        return name;
    }

    private static String described(ServerSettings server, Tool tool, ToolSettings said) {
        String own = said.description();
        String text = own == null ? tool.description() : own;
        if (text.isBlank()) {
            text = "Tool '%s'".formatted(tool.name());
        }
        String about = server.description().strip();
        String whole = (about.isEmpty() ? "" : about + ": ") + text;
        if (Boolean.TRUE.equals(tool.destructive()) && own == null) {
            whole += " (may overwrite or delete)";
        }
        return brief(whole.replaceAll("\\p{Cntrl}+", " ").replaceAll(" {2,}", " ").strip());
    }

    private static String brief(String text) {
        if (text.length() <= LONGEST_DESCRIPTION) {
            return text;
        }
        int end = LONGEST_DESCRIPTION - 1;
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end)
                + "…";
    }
}
