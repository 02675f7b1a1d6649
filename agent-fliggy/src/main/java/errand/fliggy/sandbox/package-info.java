/** A travel world in PostgreSQL, deterministic under a seed; only deviations from it are rows. */
@NullMarked
package errand.fliggy.sandbox;

import org.jspecify.annotations.NullMarked;
