/** Sessions with MCP servers: opened, watched, opened again. Knows nothing of capabilities. */
@NullMarked
package errand.mcp.client;

import org.jspecify.annotations.NullMarked;
