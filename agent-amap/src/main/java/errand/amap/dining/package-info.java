/**
 * The business of tables for a few people as the agent speaks of it: a port, what goes in and out.
 */
@NullMarked
package errand.amap.dining;

import org.jspecify.annotations.NullMarked;
