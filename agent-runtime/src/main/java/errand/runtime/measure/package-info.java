/** What an agent counts and times, under names that begin with {@code errand_}. */
@NullMarked
package errand.runtime.measure;

import org.jspecify.annotations.NullMarked;
