/**
 * The planner that asks a language model, any that speaks OpenAI's chat completions. It has no
 * rights of its own: what a model drafts is checked as anybody's plan, and where the model is of no
 * use the offline planner takes over.
 */
@NullMarked
package errand.orchestrator.planner.model;

import org.jspecify.annotations.NullMarked;
