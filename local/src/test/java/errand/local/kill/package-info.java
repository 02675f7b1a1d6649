/** Kills the processes of a running installation at the worst moments, and looks what is left. */
@NullMarked
package errand.local.kill;

import org.jspecify.annotations.NullMarked;
