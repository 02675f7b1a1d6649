/** Any MCP server as an agent, by configuration. Knows servers and tools, no plans and no Kafka. */
@NullMarked
package errand.mcp;

import org.jspecify.annotations.NullMarked;
