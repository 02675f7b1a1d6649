package errand.mcp.settings;

import errand.agent.Effect;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * One MCP server: a process that speaks on its standard streams, or a URL of streamable HTTP.
 *
 * @param command program to start; null for a URL
 * @param args its arguments
 * @param env its environment, besides the few variables that every program gets (PATH, HOME, …);
 *     nothing else of this process's environment is passed on
 * @param url {@code http(s)://host[:port]/path}; null for a command
 * @param headers sent with every request, such as {@code Authorization}
 * @param description what the server is about; stands before each tool's own description
 * @param answersWithin how long a tool may take; 30 seconds when not said
 * @param effect of all its tools of which nothing else is said; null: by their annotations
 * @param trustAnnotations whether a tool's own word that it only reads is taken; true when not said
 * @param tools by the tool's MCP name
 */
public record ServerSettings(
        @Nullable String command,
        @DefaultValue List<String> args,
        @DefaultValue Map<String, String> env,
        @Nullable String url,
        @DefaultValue Map<String, String> headers,
        @DefaultValue("") String description,
        @DefaultValue("30s") Duration answersWithin,
        @Nullable Effect effect,
        @DefaultValue("true") boolean trustAnnotations,
        @DefaultValue Map<String, ToolSettings> tools) {

    public ServerSettings {
        command = command == null || command.isBlank() ? null : command.strip();
        url = url == null || url.isBlank() ? null : url.strip();
        args = List.copyOf(args);
        env = Map.copyOf(env);
        headers = Map.copyOf(headers);
        tools = Map.copyOf(tools);
        if ((command == null) == (url == null)) {
            throw new IllegalArgumentException(
                    "An MCP server is reached by a command or by a url: say one of the two.");
        }
        if (url != null && !isHttp(url)) {
            throw new IllegalArgumentException(
                    "The url of an MCP server is that of streamable HTTP, such as http://127.0.0.1:3000/mcp, not '%s'."
                            .formatted(url));
        }
        ToolSettings.refusePayment(effect);
        if (answersWithin.isNegative() || answersWithin.isZero()) {
            throw new IllegalArgumentException(
                    "answers-within is %s; a tool needs some time.".formatted(answersWithin));
        }
    }

    /** What is said of a tool; of most tools nothing is. */
    public ToolSettings tool(String name) {
        return tools.getOrDefault(name, ToolSettings.NONE);
    }

    private static boolean isHttp(String url) {
        try {
            URI uri = URI.create(url);
            return uri.getHost() != null
                    && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
