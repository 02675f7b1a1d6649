/** What a plan costs by its size. */
@NullMarked
package errand.bench.steps;

import org.jspecify.annotations.NullMarked;
