/** Live mode: there is no business to talk to, and it says so. */
@NullMarked
package errand.flash.live;

import org.jspecify.annotations.NullMarked;
