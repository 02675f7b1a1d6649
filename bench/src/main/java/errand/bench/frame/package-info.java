/**
 * What all benches share: settings, figures, JSON, the page, and the comparison with an earlier
 * run.
 */
@NullMarked
package errand.bench.frame;

import org.jspecify.annotations.NullMarked;
