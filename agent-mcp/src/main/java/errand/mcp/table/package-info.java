/** Tools of a server as rows of an agent's table: names, effects, schemas, descriptions. */
@NullMarked
package errand.mcp.table;

import org.jspecify.annotations.NullMarked;
