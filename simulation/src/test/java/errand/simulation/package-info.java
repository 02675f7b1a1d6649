/**
 * The real core, the real runtime and a model business on an in-memory bus and a settable clock,
 * under seeded chaos.
 */
@NullMarked
package errand.simulation;

import org.jspecify.annotations.NullMarked;
