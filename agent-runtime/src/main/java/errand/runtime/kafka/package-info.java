/**
 * How tasks come in and replies go out: share group, lanes, reply before acknowledgement, dead
 * letters, directory, cancellations. Knows nothing of what a task means.
 */
@NullMarked
package errand.runtime.kafka;

import org.jspecify.annotations.NullMarked;
