/** The real Kafka broker and the real PostgreSQL, started from Java; knows nothing of Errand. */
@NullMarked
package errand.embedded;

import org.jspecify.annotations.NullMarked;
