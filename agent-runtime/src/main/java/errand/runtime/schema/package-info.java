/** JSON Schema of records, and what is wrong with a JSON text. Knows nothing of agents or tasks. */
@NullMarked
package errand.runtime.schema;

import org.jspecify.annotations.NullMarked;
