/** A map of China's large cities in memory, deterministic under a seed; only tables are rows. */
@NullMarked
package errand.amap.sandbox;

import org.jspecify.annotations.NullMarked;
