/** Turns a request into a plan and drives it to its end; speaks HTTP and SSE. */
@NullMarked
package errand.orchestrator;

import org.jspecify.annotations.NullMarked;
