/** Fliggy over the open platform's gateway: finds, and hands the person a link to book with. */
@NullMarked
package errand.fliggy.live;

import org.jspecify.annotations.NullMarked;
