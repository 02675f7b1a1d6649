/** The business of rides as the agent speaks of it: a port, what goes in and out, fees. */
@NullMarked
package errand.amap.rides;

import org.jspecify.annotations.NullMarked;
