/** Tests of the model planner against a server that speaks the real wire. */
@NullMarked
package errand.orchestrator.planner.model;

import org.jspecify.annotations.NullMarked;
