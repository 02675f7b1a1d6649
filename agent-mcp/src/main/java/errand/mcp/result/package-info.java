/** What a tool returned as the output of a task. It is data: nothing here is followed or run. */
@NullMarked
package errand.mcp.result;

import org.jspecify.annotations.NullMarked;
