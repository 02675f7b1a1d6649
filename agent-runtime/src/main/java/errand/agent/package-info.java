/**
 * What someone who writes an agent sees: a table of capabilities, tasks that come in, outcomes that
 * go out. Knows nothing of Kafka, plans or other agents.
 */
@NullMarked
package errand.agent;

import org.jspecify.annotations.NullMarked;
