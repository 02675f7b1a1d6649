/** The planner as an agent of its own, on {@code task.requests.planner}, inside this service. */
@NullMarked
package errand.orchestrator.planner.service;

import org.jspecify.annotations.NullMarked;
