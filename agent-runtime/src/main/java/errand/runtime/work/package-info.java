/**
 * What becomes of a task: checks, the effect that happens once, the reply. Knows nothing of Kafka,
 * so that tests and the simulation drive it as it is.
 */
@NullMarked
package errand.runtime.work;

import org.jspecify.annotations.NullMarked;
