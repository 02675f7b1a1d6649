/**
 * The life of one plan as two pure functions: commands and a plan give facts, a plan and a fact
 * give the plan after it. Knows no clock, no chance, no I/O: time comes in with the command, JSON
 * and expressions are read behind {@link errand.orchestrator.plan.Documents}.
 */
@NullMarked
package errand.orchestrator.plan;

import org.jspecify.annotations.NullMarked;
