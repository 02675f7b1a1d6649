package errand.mcp.client;

import io.modelcontextprotocol.spec.McpSchema;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A tool as its server describes it.
 *
 * @param name its MCP name
 * @param description its title and what it says about itself; may be empty
 * @param inputSchema of its arguments
 * @param outputSchema of its structured content; null when it promises none
 * @param readOnly what it says about itself; null: nothing
 * @param destructive likewise
 * @param idempotent likewise
 */
public record Tool(
        String name,
        String description,
        JsonNode inputSchema,
        @Nullable JsonNode outputSchema,
        @Nullable Boolean readOnly,
        @Nullable Boolean destructive,
        @Nullable Boolean idempotent) {

    private static final JsonMapper JSON = JsonMapper.shared();

    static Tool of(McpSchema.Tool tool) {
        McpSchema.@Nullable ToolAnnotations hints = tool.annotations();
        @Nullable Object output = tool.outputSchema();
        return new Tool(
                tool.name(),
                described(tool.title(), tool.description()),
                JSON.valueToTree(
                        Objects.requireNonNullElse(tool.inputSchema(), java.util.Map.of())),
                output == null ? null : JSON.valueToTree(output),
                hints == null ? null : hints.readOnlyHint(),
                hints == null ? null : hints.destructiveHint(),
                hints == null ? null : hints.idempotentHint());
    }

    private static String described(@Nullable String title, @Nullable String text) {
        String said = Objects.requireNonNullElse(text, "").strip();
        String name = Objects.requireNonNullElse(title, "").strip();
        return name.isEmpty() || said.contains(name)
                ? said
                : said.isEmpty() ? name : name + ": " + said;
    }
}
