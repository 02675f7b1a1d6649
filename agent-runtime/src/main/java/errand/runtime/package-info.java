/** Makes any {@code Agent} a participant: start-up, wiring, and what goes wrong at start. */
@NullMarked
package errand.runtime;

import org.jspecify.annotations.NullMarked;
