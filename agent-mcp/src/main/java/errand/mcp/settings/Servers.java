package errand.mcp.settings;

import errand.runtime.settings.MissingSetting;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * All servers, by the name of the agent that each becomes.
 *
 * @param byAgent sorted by name; at least one
 */
public record Servers(Map<String, ServerSettings> byAgent) {

    private static final Pattern AGENT = Pattern.compile("[a-z][a-z0-9-]*");

    public Servers {
        byAgent = java.util.Collections.unmodifiableMap(new TreeMap<>(byAgent));
        if (byAgent.isEmpty()) {
            throw new MissingSetting(
                    "errand.mcp.servers",
                    "which MCP servers become agents, such as errand.mcp.servers.maps.command: npx");
        }
        for (String name : byAgent.keySet()) {
            if (!AGENT.matcher(name).matches()) {
                throw new IllegalArgumentException(
                        "MCP server '%s' cannot be an agent of that name: it becomes part of a topic name and must match %s."
                                .formatted(name, AGENT.pattern()));
            }
        }
    }

    /** From both places where they may stand; one name in both is refused. */
    public static Servers of(McpProperties properties, ClientFile file) {
        Map<String, ServerSettings> all = new TreeMap<>(properties.servers());
        Map<String, ServerSettings> more = file.mcpServers();
        if (more != null) {
            more.forEach(
                    (name, server) -> {
                        if (all.putIfAbsent(name, server) != null) {
                            throw new IllegalArgumentException(
                                    "MCP server '%s' stands under errand.mcp.servers and under mcpServers; say it once."
                                            .formatted(name));
                        }
                    });
        }
        return new Servers(all);
    }
}
