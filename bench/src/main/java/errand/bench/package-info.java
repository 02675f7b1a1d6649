/** What Errand costs: load, figures, and the agent of no-ops that they run on. */
@NullMarked
package errand.bench;

import org.jspecify.annotations.NullMarked;
