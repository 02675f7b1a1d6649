/** Named moments between two lines of code at which a test can hold or kill a process. */
@NullMarked
package errand.runtime.moments;

import org.jspecify.annotations.NullMarked;
