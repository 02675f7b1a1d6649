/**
 * Which agents are here and what they can do, as they say on {@code agent.directory}. Read when a
 * plan is checked, never while one is decided or folded.
 */
@NullMarked
package errand.orchestrator.directory;

import org.jspecify.annotations.NullMarked;
