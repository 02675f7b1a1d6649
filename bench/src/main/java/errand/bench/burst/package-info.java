/** Far more than can be served at once: who waits, how long, and whether each is served once. */
@NullMarked
package errand.bench.burst;

import org.jspecify.annotations.NullMarked;
