/** Scenarios as files: what they look like, how they are read, where from. Knows no sentence. */
@NullMarked
package errand.orchestrator.planner.playbook;

import org.jspecify.annotations.NullMarked;
