/** What can be said about MCP servers and their tools, and what is refused at start. */
@NullMarked
package errand.mcp.settings;

import org.jspecify.annotations.NullMarked;
