/** The business of maps as the agent speaks of it: places, ways, weather. Knows no vendor. */
@NullMarked
package errand.amap.maps;

import org.jspecify.annotations.NullMarked;
