/** How long until an installation works, and what it holds then. */
@NullMarked
package errand.bench.start;

import org.jspecify.annotations.NullMarked;
