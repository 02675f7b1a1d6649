/** The business of quick delivery as the agent speaks of it: the port, what goes in and out. */
@NullMarked
package errand.flash.delivery;

import org.jspecify.annotations.NullMarked;
