/** How soon plans go on after a service was killed, and whether each is done once. */
@NullMarked
package errand.bench.recovery;

import org.jspecify.annotations.NullMarked;
