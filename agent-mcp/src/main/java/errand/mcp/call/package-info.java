/** Calls of tools as tasks: what was sent is written down before, so that nothing happens twice. */
@NullMarked
package errand.mcp.call;

import org.jspecify.annotations.NullMarked;
