/**
 * Plans without a model: a request becomes a plan, a question or an answer by playbooks and rules,
 * and the outcome of a plan is told from what its steps returned. Pure once the playbooks are
 * loaded; knows no agent, no bus and no clock.
 */
@NullMarked
package errand.orchestrator.planner;

import org.jspecify.annotations.NullMarked;
