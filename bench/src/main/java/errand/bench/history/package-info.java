/** Whether finished plans slow those that come after them. */
@NullMarked
package errand.bench.history;

import org.jspecify.annotations.NullMarked;
