/**
 * What sandboxes of agents share: a world that is a function of its seed, and in PostgreSQL only
 * what deviates from it; quotes, holds and bookings of anything that can run out. Knows no
 * business.
 */
@NullMarked
package errand.runtime.sandbox;

import org.jspecify.annotations.NullMarked;
