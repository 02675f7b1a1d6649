/** Reads what an installation has written down, with none of its own code, and judges it. */
@NullMarked
package errand.local.log;

import org.jspecify.annotations.NullMarked;
