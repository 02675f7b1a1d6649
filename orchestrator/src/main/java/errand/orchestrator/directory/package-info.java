/** Which agents are here and what they can do. */
@NullMarked
package errand.orchestrator.directory;

import org.jspecify.annotations.NullMarked;
