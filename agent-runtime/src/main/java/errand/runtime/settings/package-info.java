/** What every service can be told from outside: Kafka, topics, the registry, the clock. */
@NullMarked
package errand.runtime.settings;

import org.jspecify.annotations.NullMarked;
