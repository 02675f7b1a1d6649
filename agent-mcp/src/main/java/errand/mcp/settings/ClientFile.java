package errand.mcp.settings;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The same servers as MCP clients usually write them down: {@code {"mcpServers": {NAME: {command,
 * args, env} | {url, headers}}}}. What is said under {@code errand.mcp.servers} is said there too.
 */
@ConfigurationProperties
public record ClientFile(@Nullable Map<String, ServerSettings> mcpServers) {}
