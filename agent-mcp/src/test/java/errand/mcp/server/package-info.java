/** MCP servers for tests. */
@NullMarked
package errand.mcp.server;

import org.jspecify.annotations.NullMarked;
