/**
 * The business of meals for groups as the agent speaks of it: ports, what goes in and out, fees.
 */
@NullMarked
package errand.amap.meals;

import org.jspecify.annotations.NullMarked;
