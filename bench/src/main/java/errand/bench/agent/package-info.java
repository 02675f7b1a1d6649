/**
 * An agent that does nothing, slowly or badly if asked to: for load tests and for tests of others.
 */
@NullMarked
package errand.bench.agent;

import org.jspecify.annotations.NullMarked;
