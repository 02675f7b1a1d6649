/**
 * What happened, as rows: the fold of {@code conversation.events} in PostgreSQL, and the questions
 * it answers. The engine never reads it; it can be rebuilt from the log at any time.
 */
@NullMarked
package errand.orchestrator.view;

import org.jspecify.annotations.NullMarked;
